import type { TaskTemplate } from '@followon/shared/rules/handover/task';
import { shippedTask } from '@followon/shared/rules/handover/templates/shipped';

/** Only what differs from the shipped words is kept, so that those can be translated and mended. */
export function ownWords({ key, title, why, doneWhen }: TaskTemplate): object {
  const shipped = shippedTask(key);
  return {
    title: title === shipped?.title ? null : title,
    why: why === shipped?.why ? null : why,
    done_when: doneWhen === shipped?.doneWhen ? null : doneWhen,
  };
}
