import type { DocumentGiven, DocumentKey, GiveDocument } from '@followon/shared/contract/documents';
import { Injectable } from '@nestjs/common';
import { notFound } from '../http/problem.js';
import { Work } from '../work/work.js';

/** A site's newest wording of one document. */
export interface OwnDocument {
  readonly key: DocumentKey;
  readonly version: number;
  readonly title: string;
  readonly body: string;
  readonly savedAt: Date;
}

/** What is known of a programme and its group, for the places that are filled in. */
export interface KnownFacts {
  readonly site: string;
  readonly programme: string | null;
  readonly group: string | null;
  readonly lastSessionOn: string | null;
  readonly firstMeetingOn: string | null;
}

const OWN = `
  select distinct on (d.key) d.key, d.version, d.title, d.body, d.saved_at as "savedAt"
  from site_document d where d.site_id = $1 and ($2::text is null or d.key = $2) order by d.key, d.version desc`;

const SAVE = `
  insert into site_document (site_id, key, version, title, body, saved_at, saved_by) values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (site_id, key, version) do nothing returning version`;

const KNOWN = `
  select s.name as site, p.name as programme, g.name as "group", coalesce(p.finished_on, p.last_session_on) as "lastSessionOn",
    (select min(m.held_on) from meeting m where m.group_id = g.id and m.outcome = 'planned') as "firstMeetingOn"
  from site s left join programme p on p.id = $2 and p.site_id = s.id
  left join handover h on h.programme_id = p.id left join follow_on_group g on g.id = h.group_id
  where s.id = $1`;

const GIVE = `
  insert into document_given (site_id, programme_id, key, version, format, given_on, recorded_at, recorded_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning id`;

const SAME = `
  select id from document_given where programme_id = $1 and key = $2 and version = $3 and format = $4 and given_on = $5`;

const GIVEN = `
  select d.id, d.key, d.version as label, d.format, d.given_on as "on", s.title as "siteTitle"
  from document_given d
  left join site_document s on s.site_id = d.site_id and s.key = d.key and 'site-' || s.version = d.version
  where d.programme_id = $1 order by d.given_on desc, d.id limit 200`;

interface Id {
  readonly id: string;
}

@Injectable()
export class DocumentQueries {
  constructor(private readonly work: Work) {}

  /** The wordings that the site has made its own, the newest of each. */
  own(siteId: string, key: DocumentKey | null = null): Promise<OwnDocument[]> {
    return this.work.manager.query(OWN, [siteId, key]);
  }

  /** False when somebody else has saved this version meanwhile. */
  async save(siteId: string, { key, version, title, body }: Omit<OwnDocument, 'savedAt'>): Promise<boolean> {
    const saved: unknown[] = await this.work.manager.query(SAVE, [
      ...[siteId, key, version, title, body, this.work.now(), this.work.who.accountId],
    ]);
    return saved.length > 0;
  }

  /** @throws Refusal 404 for a site, or a programme of it, that is not there or behind the wall. */
  async known(siteId: string, programmeId: string | undefined): Promise<KnownFacts> {
    const [row]: KnownFacts[] = await this.work.manager.query(KNOWN, [siteId, programmeId ?? null]);
    if (!row || (programmeId !== undefined && row.programme === null)) throw notFound();
    return row;
  }

  /** `isNew` is false when it was told before: the same paper in the same form on the same day. */
  async give(
    { siteId, programmeId }: { readonly siteId: string; readonly programmeId: string },
    { key, label, format, on }: Required<GiveDocument> & { readonly label: string },
  ): Promise<{ readonly id: string; readonly isNew: boolean }> {
    const { manager, who } = this.work;
    const what = [programmeId, key, label, format, on];
    const written: Id[] = await manager.query(GIVE, [siteId, ...what, this.work.now(), who.accountId]);
    const [row]: Id[] = written.length > 0 ? written : await manager.query(SAME, what);
    if (!row) throw new Error('what was given was not written');
    return { id: row.id, isNew: written.length > 0 };
  }

  given(programmeId: string): Promise<(Omit<DocumentGiven, 'title'> & { siteTitle: string | null })[]> {
    return this.work.manager.query(GIVEN, [programmeId]);
  }
}
