import { Button, Checkbox, Input, InputNumber, Radio, Select } from 'antd';
import type { MethodOutput } from '../../main/contract/api.ts';
import type { FormField } from '../../main/contract/forms.ts';
import { useText } from '../text/use-text.ts';
import { isGuide, shifted, type PageSize, type Place } from './form-places.ts';

interface FormPlacePanelProps {
  readonly place: Place;
  readonly size: PageSize;
  readonly variables: MethodOutput<'forms.open'>['variables'];
  readonly onChange: (place: Place) => void;
  readonly onRemove: () => void;
}

const sides = ['xMm', 'yMm', 'widthMm', 'heightMm'] as const;

/** One place by numbers: where it is, what is written there and how. */
export function FormPlacePanel({ place, size, variables, onChange, onRemove }: FormPlacePanelProps) {
  const t = useText('forms');
  return (
    <section className="form-panel" aria-label={t('panel.title')}>
      {isGuide(place) ? (
        <div className="form-row">
          <label htmlFor="place-kind">{t('panel.kind')}</label>
          <Select
            id="place-kind"
            value={place.kind}
            onChange={(kind) => onChange({ ...place, kind })}
            options={(['seal', 'signature', 'date', 'fingerprint'] as const).map((kind) => ({
              value: kind,
              label: t(`guide.${kind}`),
            }))}
          />
        </div>
      ) : (
        <FieldPanel field={place} variables={variables} onChange={onChange} />
      )}
      <fieldset>
        <legend className="small">{t('panel.where')}</legend>
        <div className="form-numbers">
          {sides.map((side) => (
            <div key={side}>
              <label htmlFor={`place-${side}`} className="small">
                {t(`panel.${side}`)}
              </label>
              <InputNumber
                id={`place-${side}`}
                value={place[side]}
                min={0}
                step={0.5}
                onChange={(value) => {
                  if (value !== null) onChange(shifted(place, { [side]: value - place[side] }, size));
                }}
              />
            </div>
          ))}
        </div>
        <p className="small soft">{t('panel.keys')}</p>
      </fieldset>
      <div>
        <Button onClick={onRemove}>{t('panel.remove')}</Button>
      </div>
    </section>
  );
}

interface FieldPanelProps {
  readonly field: FormField;
  readonly variables: FormPlacePanelProps['variables'];
  readonly onChange: (field: FormField) => void;
}

const ownWords = '';
const parts = ['year', 'month', 'day', 'iso'] as const;

function FieldPanel({ field, variables, onChange }: FieldPanelProps) {
  const t = useText('forms');
  const isOwn = field.text !== undefined;
  const isDate = variables.find(({ variable }) => variable === field.variable)?.isDate ?? false;
  const write = (chosen: string): void => {
    const { variable: _variable, text: _text, part: _part, ...rest } = field;
    onChange(chosen === ownWords ? { ...rest, text: '✓' } : { ...rest, variable: chosen });
  };
  /** Sets one property, or leaves it out. */
  const set = (change: Partial<FormField>, without: keyof FormField): void => {
    const { [without]: _, ...rest } = field;
    // Safe: what is left out may be left out; the host checks the whole.
    onChange({ ...(rest as FormField), ...change });
  };
  return (
    <>
      <div className="form-row">
        <label htmlFor="place-variable">{t('panel.variable')}</label>
        <Select
          id="place-variable"
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('panel.choose')}
          value={isOwn ? ownWords : (field.variable ?? null)}
          onChange={write}
          options={[
            { value: ownWords, label: t('panel.ownWords') },
            ...variables.map(({ variable, title }) => ({ value: variable, label: title })),
          ]}
        />
      </div>
      {isOwn ? (
        <div className="form-row">
          <label htmlFor="place-text">{t('panel.text')}</label>
          <Input
            id="place-text"
            value={field.text}
            autoComplete="off"
            onChange={(event) => onChange({ ...field, text: event.target.value })}
          />
        </div>
      ) : null}
      {isDate ? (
        <div className="form-row">
          <label htmlFor="place-part">{t('panel.part')}</label>
          <Select
            id="place-part"
            value={field.part ?? 'all'}
            onChange={(chosen) => {
              const part = parts.find((one) => one === chosen);
              set(part === undefined ? {} : { part }, 'part');
            }}
            options={(['all', ...parts] as const).map((part) => ({
              value: part,
              label: t(`part.${part}`),
            }))}
          />
        </div>
      ) : null}
      <div className="form-numbers">
        <div>
          <label htmlFor="place-size" className="small">
            {t('panel.sizePt')}
          </label>
          <InputNumber
            id="place-size"
            value={field.sizePt ?? 12}
            min={4}
            max={72}
            onChange={(sizePt) => set(sizePt === null ? {} : { sizePt }, 'sizePt')}
          />
        </div>
        <div>
          <label htmlFor="place-least" className="small">
            {t('panel.leastSizePt')}
          </label>
          <InputNumber
            id="place-least"
            value={field.leastSizePt ?? null}
            min={4}
            max={72}
            onChange={(leastSizePt) => set(leastSizePt === null ? {} : { leastSizePt }, 'leastSizePt')}
          />
        </div>
        <div>
          <label htmlFor="place-lines" className="small">
            {t('panel.lines')}
          </label>
          <InputNumber
            id="place-lines"
            value={field.lines ?? 1}
            min={1}
            max={60}
            onChange={(lines) => set(lines === null || lines === 1 ? {} : { lines }, 'lines')}
          />
        </div>
        <div>
          <label htmlFor="place-boxes" className="small">
            {t('panel.boxes')}
          </label>
          <InputNumber
            id="place-boxes"
            value={field.boxes ?? null}
            min={2}
            max={60}
            onChange={(boxes) => set(boxes === null ? {} : { boxes }, 'boxes')}
          />
        </div>
      </div>
      <Radio.Group
        aria-label={t('panel.align')}
        value={field.align ?? 'left'}
        // Safe: the options are the three values.
        onChange={(event) =>
          onChange({ ...field, align: event.target.value as NonNullable<FormField['align']> })
        }
        options={(['left', 'centre', 'right'] as const).map((align) => ({
          value: align,
          label: t(`align.${align}`),
        }))}
      />
      <Checkbox
        checked={field.optional ?? false}
        onChange={(event) => set(event.target.checked ? { optional: true } : {}, 'optional')}
      >
        {t('panel.optional')}
      </Checkbox>
    </>
  );
}
