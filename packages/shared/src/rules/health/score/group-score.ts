import type { Evidence } from '../evidence.js';
import type { Expected, MeetingFact } from '../facts.js';
import { keepLast } from '../keep-last.js';
import { CalmState, contributionsOf, driversOf, scoreOf, type Contributions } from './meeting-score.js';
import { fewLikely, reasonFor } from './reasons.js';
import { ScoreKeeper } from './score-keeper.js';
import type { Scored } from './scored.js';
import { likeMost, standingScore } from './standing-score.js';

const SCORES_KEPT = 2;

/** The score of one group from meeting to meeting: its features, what they add, and what is calm for this group. */
export class GroupScore {
  /** At the last meeting read, somebody came for the first time; undefined where nobody looked. */
  cameNew: boolean | undefined = undefined;
  /**
   * The chance, 0 to 1, that the last meeting with three or more people is among the last one counted and the next five; null
   * before the first head count.
   */
  atMeeting: number | null = null;
  private readonly keeper = new ScoreKeeper();
  private readonly calm = new CalmState();
  private standings: readonly number[] = [];
  private contributions: Contributions = {};

  add(
    { outcome, headcount, attendees, newcomers }: MeetingFact,
    { gaps, isNewGap }: { readonly gaps: readonly number[]; readonly isNewGap: boolean },
  ): void {
    this.cameNew = undefined;
    if (outcome === 'not-held') return;
    if (isNewGap) this.keeper.addGap(gaps.at(-1) ?? 0);
    if (outcome !== 'held' || headcount === null) return;
    const newcomersNow = this.keeper.addCount({ headcount, attendees, newcomers });
    this.cameNew = newcomersNow === undefined ? undefined : newcomersNow > 0;
    this.score();
  }

  private score(): void {
    const features = this.keeper.features();
    if (features === undefined) return;
    const { meeting } = this.keeper.models;
    this.contributions = contributionsOf(meeting, features);
    this.atMeeting = scoreOf(meeting, features);
    this.standings = keepLast(this.standings, this.standing(0), SCORES_KEPT);
  }

  /** How many may come to the next meeting; null before the first head count. */
  expected(): Expected | null {
    return this.keeper.expected();
  }

  /** The group is steady at this meeting: what it is like now is what later meetings are compared with. */
  isCalm(): void {
    this.calm.add(this.contributions);
  }

  /**
   * The chance that the last meeting with three or more people is past or within 90 days, after days of silence. Before the first
   * head count only the silence speaks, of a group that is otherwise like most.
   */
  standing(silentDays: number): number {
    const { models, counts, gaps, usualGap } = this.keeper;
    const by = models.standing;
    if (this.atMeeting === null) return standingScore({ ...likeMost(by), gaps, usualGap }, silentDays, by);
    return standingScore({ meetingScore: this.atMeeting, counts, gaps, usualGap }, silentDays, by);
  }

  scored(evidence: Evidence): Scored {
    return {
      scores: this.standings,
      cusum: this.keeper.cusum,
      drivers: () => {
        const likely = this.expected()?.likely ?? 0;
        const said = driversOf(this.contributions, this.calm, (feature) =>
          reasonFor(feature, evidence, likely),
        );
        return said.length > 0 ? said : [fewLikely(evidence, likely)];
      },
    };
  }
}
