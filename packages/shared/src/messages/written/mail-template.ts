import mjml2html from 'mjml';
import { asHtml } from './inert.js';
import type { Language } from '../../rules/nudge/in-which-languages.js';
import type { Letter, LetterPart } from './letter.js';

interface Look {
  readonly language: Language;
  readonly isLarge: boolean;
}

/** A compiled template, cut where a letter's own words go. */
interface Template {
  readonly page: string;
  /** All of one language, with its `lang`. */
  readonly part: string;
  readonly between: string;
  readonly line: string;
  readonly choice: string;
  readonly stop: string;
}

const said: { readonly [L in Language]: { readonly preview: string; readonly stop: string } } = {
  en: { preview: 'A short message. You can answer with one tap.', stop: 'Stop these messages' },
  cy: { preview: 'Neges fer. Gallwch ateb ag un tap.', stop: 'Stopio’r negeseuon hyn' },
};

/** What a mail program shows beside the subject before the mail is opened. */
export const previewLine = (language: Language): string => said[language].preview;

const piece = (name: string, mjml: string): string =>
  `<mj-raw><!-- ${name} --></mj-raw>${mjml}<mj-raw><!-- /${name} --></mj-raw>`;

const part = (mjml: string): string =>
  piece('part', `<mj-raw><div lang="@@language@@"></mj-raw>${mjml}<mj-raw></div></mj-raw>`);

/** Large print is 18 points and more, as the RNIB asks. */
const sizes = { usual: { text: '17px', button: '17px' }, large: { text: '26px', button: '26px' } };

const source = ({ language, isLarge }: Look): string => {
  const { text, button } = isLarge ? sizes.large : sizes.usual;
  return `<mjml lang="${language}"><mj-head><mj-title>@@subject@@</mj-title><mj-preview>@@preview@@</mj-preview>
    <mj-attributes><mj-all font-family="Arial, Helvetica, sans-serif" />
      <mj-text font-size="${text}" line-height="1.5" color="#1b1b1b" />
      <mj-button font-size="${button}" background-color="#1f4e5f" color="#ffffff" border-radius="6px" inner-padding="14px 22px" align="left" />
    </mj-attributes></mj-head>
    <mj-body background-color="#ffffff">${part(`<mj-section><mj-column>
      ${piece('line', '<mj-text>@@line@@</mj-text>')}
      ${piece('choice', '<mj-button href="@@href@@">@@label@@</mj-button>')}
      ${piece('stop', '<mj-text><a href="@@href@@" style="color:#1b1b1b">@@label@@</a></mj-text>')}
    </mj-column></mj-section>`)}
    ${piece('between', '<mj-section padding="0"><mj-column><mj-divider border-width="1px" border-color="#1b1b1b" /></mj-column></mj-section>')}
    </mj-body></mjml>`;
};

/** Takes the piece between two marks out of the page and leaves one mark in its place. */
function cut(page: string, name: string): { page: string; piece: string } {
  const [before = '', rest = ''] = page.split(`<!-- ${name} -->`);
  const [piece = '', after = ''] = rest.split(`<!-- /${name} -->`);
  return { page: `${before}@@${name}s@@${after}`, piece };
}

async function compile(look: Look): Promise<Template> {
  const { html, errors } = await mjml2html(source(look), { fonts: {}, validationLevel: 'strict' });
  if (errors.length > 0) throw new Error('The template of mails does not compile');
  const between = cut(html, 'between');
  const parts = cut(between.page.replace('@@betweens@@', ''), 'part');
  const lines = cut(parts.piece, 'line');
  const choices = cut(lines.page, 'choice');
  const stops = cut(choices.page, 'stop');
  return {
    ...{ page: parts.page, part: stops.page, between: between.piece },
    ...{ line: lines.piece, choice: choices.piece, stop: stops.piece },
  };
}

/** Each look is compiled once: filling it in is all that a letter costs. */
const compiled = new Map<string, Promise<Template>>();
function templateFor(look: Look): Promise<Template> {
  const name = `${look.language} ${look.isLarge}`;
  const known = compiled.get(name) ?? compile(look);
  compiled.set(name, known);
  return known;
}

/** In one pass: words that look like a mark of ours are words all the same. */
const fill = (piece: string, values: Readonly<Record<string, string>>): string =>
  piece.replace(/@@(\w+)@@/g, (mark, name: string) => values[name] ?? mark);

export async function mailHtml({ format, subject, parts, stop }: Letter): Promise<string> {
  const { language } = parts[0];
  const template = await templateFor({ language, isLarge: format === 'large-print' });
  return fill(template.page, {
    subject: asHtml(subject),
    preview: said[language].preview,
    parts: parts.map((part) => partHtml(part, { template, stop })).join(template.between),
  });
}

function partHtml(
  { language, lines, choices }: LetterPart,
  { template, stop }: { readonly template: Template; readonly stop: Letter['stop'] },
): string {
  const link = (piece: string, { label, href }: { label: string; href: string }): string =>
    fill(piece, { label: asHtml(label), href: asHtml(href) });
  return fill(template.part, {
    language,
    lines: lines.map((line) => fill(template.line, { line: asHtml(line) })).join(''),
    choices: choices.map((choice) => link(template.choice, choice)).join(''),
    stops: stop ? link(template.stop, { label: said[language].stop, href: stop.page }) : '',
  });
}

/** A line of its own between two languages. */
const BETWEEN = '\n--------\n\n';

export const mailText = ({ parts, stop }: Letter): string =>
  parts.map((part) => partText(part, stop)).join(BETWEEN);

function partText({ language, lines, choices }: LetterPart, stop: Letter['stop']): string {
  const links = choices.map(({ label, href }) => `${label}:\n${href}`);
  const stops = stop ? [`${said[language].stop}:\n${stop.page}`] : [];
  return `${[lines.join('\n'), ...links, ...stops].join('\n\n')}\n`;
}
