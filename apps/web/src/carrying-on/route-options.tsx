import type { ChosenRoute, InterestView, PossibleRoute } from '@followon/shared/contract/carrying-on';
import { t } from '../i18n.js';
import { SelectField } from '../ui/field.js';
import { ROUTE } from '../ui/route-words.js';
import { BECAUSE, ROUTE_SAYS } from './words.js';

/** Every way that can be chosen, each with what it means. */
export function RouteOptions(props: {
  readonly possible: readonly PossibleRoute[];
  readonly chosen: ChosenRoute | undefined;
  readonly onChoose: (route: ChosenRoute) => void;
}) {
  const { possible, chosen, onChoose } = props;
  const open = possible.filter(({ fit }) => fit !== 'refused');
  return (
    <fieldset className="nhsuk-fieldset nhsuk-form-group">
      <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{t('carry.choose.ask')}</legend>
      <div className="nhsuk-radios">
        {open.map(({ route }) => (
          <div className="nhsuk-radios__item" key={route}>
            <input
              className="nhsuk-radios__input"
              type="radio"
              name="route"
              id={`route-${route}`}
              aria-describedby={`route-${route}-says`}
              checked={chosen === route}
              onChange={() => onChoose(route)}
            />
            <label className="nhsuk-label nhsuk-radios__label" htmlFor={`route-${route}`}>
              {t(ROUTE[route])}
            </label>
            <div className="nhsuk-hint nhsuk-radios__hint" id={`route-${route}-says`}>
              {t(ROUTE_SAYS[route])}
            </div>
          </div>
        ))}
      </div>
    </fieldset>
  );
}

/** What cannot be chosen now, and why: better read here than met as a refusal. */
export function NotNow({ possible }: { readonly possible: readonly PossibleRoute[] }) {
  const closed = possible.filter(({ fit }) => fit === 'refused');
  if (closed.length === 0) return null;
  return (
    <>
      <p>{t('carry.choose.notNow')}</p>
      <ul className="fo-outlook__list">
        {closed.map(({ route, because }) => (
          <li key={route}>
            {t('carry.choose.notNowBecause', {
              route: t(ROUTE[route]),
              because: because ? t(BECAUSE[because]) : '',
            })}
          </li>
        ))}
      </ul>
    </>
  );
}

/** With whom, where that can be said already. */
export function WithWhom(props: {
  readonly route: ChosenRoute | undefined;
  readonly interest: InterestView;
  readonly value: string;
  readonly onChange: (id: string) => void;
}) {
  const { route, interest, value, onChange } = props;
  if (route !== 'join' && route !== 'merge') return null;
  const choices =
    route === 'join'
      ? interest.groups
      : [...interest.askedBy, ...interest.programmes].filter(
          ({ id }, index, all) => all.findIndex((other) => other.id === id) === index,
        );
  return (
    <SelectField
      name="with"
      label={t(route === 'join' ? 'carry.choose.group' : 'carry.choose.programme')}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{t('carry.choose.notYet')}</option>
      {choices.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
