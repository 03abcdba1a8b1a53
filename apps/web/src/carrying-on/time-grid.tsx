import { t } from '../i18n.js';
import { DAYS, PARTS, saySlot } from './words.js';

/** The week in twenty-one squares: what suits is ticked. */
export function TimeGrid({
  times,
  onChange,
}: {
  readonly times: readonly string[];
  readonly onChange: (times: readonly string[]) => void;
}) {
  const toggle = (slot: string) =>
    onChange(times.includes(slot) ? times.filter((other) => other !== slot) : [...times, slot]);
  return (
    <fieldset className="nhsuk-fieldset fo-chips">
      <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{t('carry.wish.times')}</legend>
      <table className="fo-week">
        <thead>
          <tr>
            <td />
            {PARTS.map(([part, words]) => (
              <th key={part} scope="col">
                {t(words)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {DAYS.map(([day, words]) => (
            <tr key={day}>
              <th scope="row">{t(words)}</th>
              {PARTS.map(([part]) => (
                <td key={part}>
                  <label className="fo-week__time">
                    <input
                      type="checkbox"
                      aria-label={saySlot(`${day}-${part}`)}
                      checked={times.includes(`${day}-${part}`)}
                      onChange={() => toggle(`${day}-${part}`)}
                    />
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </fieldset>
  );
}
