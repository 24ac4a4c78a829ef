import { z } from 'zod';
import { localizedSchema } from '../../contract/language.ts';
import { defineCheck, type AnyCheck, type Conclusion, type Subject } from '../review/check.ts';

/** The choices that a field or an answer holds, as text; yes and no are `true` and `false`. */
function chosenIn(subject: Subject): readonly string[] {
  if (subject.kind !== 'field') return [];
  const { value } = subject;
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' || typeof value === 'boolean' ? [String(value)] : [];
}

const wantedSchema = z.union([z.boolean(), z.string(), z.array(z.string()).min(1)]);

const listOf = (wanted: z.infer<typeof wantedSchema>): readonly string[] =>
  Array.isArray(wanted) ? wanted : [String(wanted)];

/** `answer-refused`: an answer that the platform does not accept. With `certain: false` a person settles it. */
const answerRefused = defineCheck({
  name: 'answer-refused',
  parameters: z.strictObject({
    is: wantedSchema,
    message: localizedSchema,
    certain: z.boolean().default(true),
  }),
  run(subject, { is, message, certain }): readonly Conclusion[] {
    const refused = listOf(is);
    const isRefused = chosenIn(subject).some((one) => refused.includes(one));
    return [isRefused ? { outcome: certain ? 'fail' : 'needs-person', message } : { outcome: 'pass' }];
  },
});

/** `choice-refused`: a category that is closed to this applicant. */
const choiceRefused = defineCheck({
  name: 'choice-refused',
  parameters: z.strictObject({ choices: z.array(z.string()).min(1), message: localizedSchema }),
  run(subject, { choices, message }): readonly Conclusion[] {
    const isRefused = chosenIn(subject).some((one) => choices.includes(one));
    return [isRefused ? { outcome: 'fail', message } : { outcome: 'pass' }];
  },
});

/** `choice-missing`: none of the categories is chosen that an answer leads to. With `certain: false` a person settles it. */
const choiceMissing = defineCheck({
  name: 'choice-missing',
  parameters: z.strictObject({
    choices: z.array(z.string()).min(1),
    message: localizedSchema,
    certain: z.boolean().default(true),
  }),
  run(subject, { choices, message, certain }): readonly Conclusion[] {
    const isChosen = chosenIn(subject).some((one) => choices.includes(one));
    return [isChosen ? { outcome: 'pass' } : { outcome: certain ? 'fail' : 'needs-person', message }];
  },
});

/** The checks on choices: categories, and answers to questions. */
export const choiceChecks: readonly AnyCheck[] = [answerRefused, choiceRefused, choiceMissing];
