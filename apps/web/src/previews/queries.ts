import { queryOptions } from '@tanstack/react-query';
import type {
  MessageKind,
  MessageKinds,
  PreviewAudience,
  PreviewFormat,
  PreviewLanguage,
  PreviewView,
} from '@followon/shared/contract/previews';
import { get } from '../api/client.js';

/** On which way a message is looked at. */
export type PreviewWay = 'email' | 'sms' | 'letter' | 'push';

/** Which message is looked at, and how; it lives in the address. */
export interface PreviewChoice {
  readonly site?: string | undefined;
  readonly key?: string | undefined;
  readonly as?: PreviewWay | undefined;
  readonly format?: PreviewFormat | undefined;
  readonly audience?: PreviewAudience | undefined;
}

/** A message of the catalogue, and how it is looked at. */
export interface Chosen {
  readonly site: string;
  readonly kind: MessageKind;
  readonly audience: PreviewAudience;
  readonly as: PreviewWay;
  readonly format: PreviewFormat;
}

/** One message, as it is asked for. */
export interface Looked {
  readonly site: string;
  readonly key: MessageKind['key'];
  readonly audience: PreviewAudience;
  readonly format: PreviewFormat;
  readonly language: PreviewLanguage;
}

const askedOf = ({ site, audience, format, language }: Looked) => ({ site, audience, format, language });

export const previewQueries = {
  list: (site: string) =>
    queryOptions({
      queryKey: ['message-previews', site],
      queryFn: () => get<MessageKinds>('/message-previews', { site }),
    }),
  one: (looked: Looked) =>
    queryOptions({
      queryKey: ['message-previews', looked.site, looked],
      queryFn: () => get<PreviewView>(`/message-previews/${looked.key}`, askedOf(looked)),
    }),
};

/** Where the mail stands by itself, for a frame. */
export const mailAddress = (looked: Looked): string =>
  `/api/message-previews/${looked.key}/mail?${new URLSearchParams(askedOf(looked)).toString()}`;
