import { FactTable, StatusText } from '@fairway/platform-ui';
import { Section } from '../Section';

const ROWS = [
  {
    measure: 'Satisfaction',
    question: 'Do teams find the platform useful and clear?',
  },
  {
    measure: 'Workarounds',
    question: 'Where do teams go around the platform, and what does it lack?',
  },
  {
    measure: 'Exceptions',
    question: 'How many exceptions from guardrails are open, and how old?',
  },
];

/** What a platform should know of itself and this version does not. */
export function NotMeasured() {
  return (
    <Section title="Not measured yet">
      <FactTable
        caption="What is not measured yet"
        columns={[
          { title: 'Measure', render: ({ measure }) => measure },
          { title: 'Question', render: ({ question }) => question },
          {
            title: 'Value',
            render: () => (
              <StatusText tone="unknown">
                unknown: this version has no source for it
              </StatusText>
            ),
          },
        ]}
        rows={ROWS}
        rowKey={({ measure }) => measure}
      />
    </Section>
  );
}
