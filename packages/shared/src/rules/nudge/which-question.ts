/** A question to somebody at a telephone, sent before they answered. */
export interface Question {
  readonly groupId: string;
  readonly askedAt: Date;
  /** The day of asking, where the people are. */
  readonly askedOn: string;
  /** Nobody had said how it went when they wrote. */
  readonly wasOpen: boolean;
  /** The register stands as a text from this telephone gave it. */
  readonly isByThisPhone: boolean;
}

/**
 * Which question a bare number or a bare “no” answers: the newest that was asked before it was written. Where groups were asked
 * about on one day, the one that was still open; if it was more than one, nobody guesses. What was answered already may be
 * mended, where only one group's answer came from this telephone.
 */
export function whichQuestion<Q extends Question>(questions: readonly Q[]): Q | 'unclear' | undefined {
  const newestFirst = [...questions].sort((a, b) => b.askedAt.getTime() - a.askedAt.getTime());
  const [newest] = newestFirst;
  if (!newest) return undefined;
  const ofDay = newestFirst.filter(({ askedOn }) => askedOn === newest.askedOn);
  const open = ofDay.filter(({ wasOpen }) => wasOpen);
  if (open.length > 0) return onlyOne(open);
  const ours = ofDay.filter(({ isByThisPhone }) => isByThisPhone);
  return ours.length > 0 ? onlyOne(ours) : newest;
}

/** The newest of one group. */
function onlyOne<Q extends Question>(found: readonly Q[]): Q | 'unclear' | undefined {
  return new Set(found.map(({ groupId }) => groupId)).size > 1 ? 'unclear' : found[0];
}
