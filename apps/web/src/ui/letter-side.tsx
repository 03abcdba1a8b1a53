import type { LetterSheet } from '@followon/shared/contract/deliveries';

/** All that one language says, with boxes to tick and to whom the sheet goes back: its words, whatever this page speaks. */
export function LetterSide({ sheet }: { readonly sheet: LetterSheet }) {
  return (
    <section lang={sheet.lang} className="fo-post__side">
      <p>{sheet.day}</p>
      <h3>{sheet.subject}</h3>
      <p>{sheet.text}</p>
      {sheet.boxes.length > 0 ? (
        <>
          <p>{sheet.tick}</p>
          <ul className="fo-post__boxes">
            {sheet.boxes.map(({ label, hasNumber }) => (
              <li key={label}>
                {label}
                {hasNumber ? <span className="fo-post__number" aria-hidden="true" /> : null}
              </li>
            ))}
          </ul>
          <p>{sheet.back}</p>
        </>
      ) : null}
      <p>{sheet.bye}</p>
    </section>
  );
}
