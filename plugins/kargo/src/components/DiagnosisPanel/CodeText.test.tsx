import { render } from '@testing-library/react';
import { CodeText } from './CodeText';

it.each([
  [
    'Set `create: true`, or `if`.',
    'Set <code>create: true</code>, or <code>if</code>.',
  ],
  [
    'A lone ` stays, and <b> is text.',
    'A lone ` stays, and &lt;b&gt; is text.',
  ],
  ['``', '``'],
])('shows %s', (text, html) => {
  const { container } = render(<CodeText>{text}</CodeText>);
  expect(container).toContainHTML(html);
});
