import { InputNumber, Radio, Slider } from 'antd';
import { useState } from 'react';
import { sealSizes, type CompanySeal } from '../../../main/contract/dossier.ts';
import { useSession, useSessionState } from '../../dossier/session-context.tsx';
import { FieldFrame } from '../../form/field-frame.tsx';
import { useFieldFindings } from '../../form/field-findings.ts';
import { Sheet } from '../../form/sheet.tsx';
import { useText } from '../../text/use-text.ts';
import { sealSides, usualSeal } from './seal-in-words.ts';
import './seal-fields.css';

const atRest = { isFocused: false, isChanged: false };
const cardMm = { width: 85.6, height: 54 };

/** Shape and size of the company's seal, drawn as large as it is once the screen has been measured with a bank card. */
export function SealFields() {
  const t = useText('letterDesk');
  const session = useSession();
  const { data } = useSessionState();
  const findings = useFieldFindings(['company.seal'], atRest);
  const seal = data.document.company?.seal ?? usualSeal;
  const { shape, widthMm, heightMm = widthMm } = seal;
  const sizes = sealSizes[shape];
  const [scale, setScale] = useState(1);
  const save = (next: CompanySeal): void => {
    session.edit(['company', 'seal'], sealSides(next));
    void session.flush();
  };
  return (
    <Sheet title={t('seal.title')} lead={t('seal.lead')}>
      <FieldFrame field="company.seal" label={t('seal.shape')} need="unsaid" findings={findings} isGroup>
        <Radio.Group
          value={shape}
          onChange={(event) =>
            save(event.target.value === 'oval' ? { shape: 'oval', widthMm: 45, heightMm: 30 } : usualSeal)
          }
          options={[
            { value: 'round', label: t('seal.shape.round') },
            { value: 'oval', label: t('seal.shape.oval') },
          ]}
        />
        <div className="row seal-sizes">
          <label htmlFor="seal-width">{t(shape === 'round' ? 'seal.diameter' : 'seal.width')}</label>
          <InputNumber
            id="seal-width"
            value={widthMm}
            min={sizes.widthMm[0]}
            max={sizes.widthMm[1]}
            step={0.5}
            suffix="mm"
            onChange={(value) => {
              if (value !== null) save({ ...seal, widthMm: value });
            }}
          />
          {shape === 'oval' ? (
            <>
              <label htmlFor="seal-height">{t('seal.height')}</label>
              <InputNumber
                id="seal-height"
                value={heightMm}
                min={sizes.heightMm[0]}
                max={Math.min(sizes.heightMm[1], widthMm - 0.5)}
                step={0.5}
                suffix="mm"
                onChange={(value) => {
                  if (value !== null) save({ ...seal, heightMm: value });
                }}
              />
            </>
          ) : null}
        </div>
      </FieldFrame>
      <div className="seal-size">
        <div className="seal-drawing">
          <div
            className="seal-card"
            style={{ width: `${cardMm.width * scale}mm`, height: `${cardMm.height * scale}mm` }}
          >
            <span className="small">{t('seal.card')}</span>
          </div>
          <div
            className="seal-outline"
            role="img"
            aria-label={t('seal.drawn', { width: widthMm, height: heightMm })}
            style={{ width: `${widthMm * scale}mm`, height: `${heightMm * scale}mm` }}
          />
        </div>
        <div className="seal-scale">
          <p className="small soft">{t('seal.trueSize')}</p>
          <Slider
            min={0.6}
            max={1.6}
            step={0.01}
            value={scale}
            onChange={setScale}
            tooltip={{ open: false }}
            ariaLabelForHandle={t('seal.scale')}
          />
        </div>
      </div>
    </Sheet>
  );
}
