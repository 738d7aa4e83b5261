export {
  amountText,
  counted,
  enumerated,
  plainAmount,
  resourceNoun,
} from './amounts';
export { fitSentence, shapeWords, unevaluatedWords } from './fitSentence';
export { moveSentence } from './moveSentence';
export { nearMissSentence } from './nearMissSentence';
export { poolHeadline } from './poolHeadline';
export { groupName, productName } from './products';
export { waitSentence } from './waitSentence';
export { rightSizeSentence } from './rightSizeSentence';
export { holdingSentence } from './workloadHeadline';
