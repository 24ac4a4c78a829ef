import type { DossierDocument, FieldEdit } from '../contract/dossier.ts';
import { Failure } from '../contract/failure.ts';
import type { Localized } from '../contract/language.ts';
import { applyEdits } from '../core/dossier/edit-dossier.ts';
import { dossierData } from '../core/dossier/dossier-data.ts';
import { nameOf } from '../core/files/figures.ts';
import { bearsSealOrCode } from '../core/files/original-scan.ts';
import {
  bearsPurpose,
  mostPurposeCharacters,
  proposedPurpose,
  purposeFields,
  purposeRecordId,
  readPurpose,
  type PurposeFault,
} from '../core/files/purpose-line.ts';
import { recordEdit, replaceFiles } from '../core/files/repair-record.ts';
import { isSamePath } from '../core/files/same-path.ts';
import type { World } from '../world.ts';
import type { CallContext } from '../world/call-context.ts';
import type { OpenDossier } from '../world/dossier-store.ts';
import { addMadeFiles, madeOf } from './add-made-files.ts';
import { inspectFile } from './inspect-dossier.ts';
import type { Methods } from './method.ts';
import type { ShownPicture } from './repair-dossier.ts';

const endings = { pdf: 'pdf', png: 'png', jpeg: 'jpg' } as const;

/** The methods that give copies of identity documents a line that says what they are for. */
export const purposeLineMethods: Pick<Methods, 'files.purpose' | 'files.purposePreview'> = {
  async 'files.purposePreview'(world, { dossier, path, words, maxPx }, context) {
    const copy = await openCopy(world, await world.dossiers.open(dossier), { path, words }, context);
    const source = await world.dossiers.locate(dossier, copy.path);
    const { bytes } = await world.purposeLines.draw(source, copy.words, context.signal);
    const show = async (of: Uint8Array | typeof source, name: string): Promise<ShownPicture> => {
      const { png, widthPx, heightPx } = await world.pictures.picture(of, { page: 0, maxPx });
      context.signal.throwIfAborted();
      return { artifact: await world.artifacts.keep(png, name, 'image/png'), widthPx, heightPx };
    };
    return {
      words: copy.words,
      isStamped: copy.isStamped,
      fields: [...copy.fields],
      before: await show(source, 'before.png'),
      after: await show(bytes, 'after.png'),
    };
  },

  async 'files.purpose'(world, { dossier, path, words, replace }, context) {
    const open = await world.dossiers.open(dossier);
    const copy = await openCopy(world, open, { path, words }, context);
    context.onProgress({ done: 0, total: 1, label: nameOf(copy) });
    const source = await world.dossiers.locate(dossier, copy.path);
    const { bytes, type } = await world.purposeLines.draw(source, copy.words, context.signal);
    const isPlaced = replace ?? !copy.isStamped;
    const wanted = `${copy.path.replace(/\.[^./]+$/, '')}-purpose.${endings[type]}`;
    let answer = { repair: '', path: '', sizeBytes: 0 };
    const edited = await addMadeFiles(
      world,
      open,
      [{ wanted, content: bytes }],
      context,
      ([file], revision) => {
        if (file === undefined) throw new Error('no copy was made');
        const changes = isPlaced
          ? copy.fields.map((field) => ({ field, from: [copy.path], to: [file.path] }))
          : [];
        let document: DossierDocument = open.document;
        const edits: FieldEdit[] = [];
        for (const change of changes) {
          const edit = replaceFiles(document, change);
          if (edit === null) throw new Error(`${change.field} does not hold ${copy.path}`);
          edits.push(edit);
          document = applyEdits(document, [edit]);
        }
        const repair = purposeRecordId(file.path);
        // The same copy may have been made before and put in no place.
        const made = { ...open.document.repairs?.[repair]?.made, ...madeOf([file]) };
        edits.push(recordEdit(repair, { on: world.today(), made, of: copy.path, changes }));
        answer = { repair, path: file.path, sizeBytes: file.sizeBytes };
        return world.dossiers.edit(open.ref, revision, edits);
      },
    );
    return {
      ...dossierData(edited),
      ...answer,
      words: copy.words,
      isStamped: copy.isStamped,
      fields: isPlaced ? [...copy.fields] : [],
    };
  },
};

/** A file that can have a purpose line, and the words that it gets. */
interface IdentityCopy {
  /** As the dossier writes it. */
  readonly path: string;
  readonly fields: readonly string[];
  readonly isStamped: boolean;
  readonly words: string;
}

async function openCopy(
  world: World,
  open: OpenDossier,
  asked: { readonly path: string; readonly words: string | undefined },
  context: CallContext,
): Promise<IdentityCopy> {
  const { document } = open;
  const rulebook = await world.rulebooks.load(document.platform);
  const path = open.files.find((file) => isSamePath(file.path, asked.path))?.path ?? asked.path;
  if (bearsPurpose(document, path)) throw purposeThere(path);
  const fields = purposeFields(document, rulebook, path);
  if (fields.length === 0) throw notAnIdentityCopy(path);
  const text = asked.words ?? proposedPurpose(document, rulebook.platform.title.zh, world.today());
  const read = readPurpose(text, await world.fonts());
  if ('fault' in read) throw wrongWords(read.fault);
  const inspection = await inspectFile(world, open.ref, path, ['scan'], context.signal);
  return { path, fields, isStamped: bearsSealOrCode(inspection), words: read.words };
}

const purposeThere = (path: string): Failure =>
  new Failure(
    'purpose-line-there',
    {
      zh: `「${path}」已经是加了用途说明的副本，没有再加一遍`,
      en: `“${path}” is a copy that has its purpose line already; no second one was drawn`,
    },
    {
      zh: '要换文字，请先撤销这一份，再从原件重新生成',
      en: 'For other words undo this one and make it anew from the original',
    },
  );

const notAnIdentityCopy = (path: string): Failure =>
  new Failure(
    'no-identity-copy',
    {
      zh: `「${path}」没有放在身份证件的位置，没有加用途说明`,
      en: `“${path}” is not in the place of an identity document; no purpose line was drawn`,
    },
    {
      zh: '用途说明只加在身份证件的复印件上：请先把它放到对应的位置',
      en: 'A purpose line goes on copies of identity documents: put it in its place first',
    },
  );

function wrongWords(fault: PurposeFault): Failure {
  const refuse = (code: string, message: Localized, hint: Localized): Failure =>
    new Failure(code, message, hint);
  switch (fault.kind) {
    case 'empty':
      return refuse(
        'purpose-empty',
        { zh: '用途说明是空的', en: 'The purpose line has no words' },
        {
          zh: '写明用途，例如“仅用于某应用上架申请”；命令行不写 --words 就用建议的文字',
          en: 'Say what the copy is for; without --words the command line takes the words proposed',
        },
      );
    case 'too-long':
      return refuse(
        'purpose-too-long',
        {
          zh: `用途说明有 ${fault.characters} 个字，最多 ${mostPurposeCharacters} 个`,
          en: `The purpose line has ${fault.characters} characters, of ${mostPurposeCharacters} at most`,
        },
        {
          zh: '再长就小得看不清了（这是本程序自己的限度）：请写短一些',
          en: 'Longer ones become too small to read (our own limit): use fewer words',
        },
      );
    case 'unprintable': {
      const list = fault.characters.map((one) => (one.startsWith('U+') ? one : `“${one}”`));
      return refuse(
        'purpose-unprintable',
        {
          zh: `用途说明里有印不出来的字符：${list.join('、')}`,
          en: `The purpose line has characters that cannot be printed: ${list.join(', ')}`,
        },
        { zh: '请删掉或换成普通的汉字、字母、数字', en: 'Take them out, or use plain characters instead' },
      );
    }
  }
}
