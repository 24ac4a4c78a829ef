import sharp from 'sharp';
import { drawSheet } from '../adapters/images/draw-scan.ts';
import { animation, patches, textPdf } from '../adapters/images/file-fixtures.ts';
import { lockedPdf } from './pdf-bytes.ts';
import { wordBytes, wordParagraph, wordXml, zipBytes } from './zip-bytes.ts';

/** A file as a program writes it, which is then spoilt. */
export interface SoundFile {
  readonly kind: string;
  readonly ending: string;
  readonly bytes: Buffer;
}

/** 96 × 64 px, written by libheif's heif-enc at quality 30. */
const heicBase64 =
  'AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAUJtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAAAAABAAAAImlsb2MAAAAAREAAAQABAAAAAAFmAAEAAAAAAAACRAAAACNpaW5mAAAAAAABAAAAFWluZmUCAAAAAAEAAGh2YzEAAAAAwmlwcnAAAACkaXBjbwAAAHhodmNDAQNwAAAAAAAAAAAAHvAA/P34+AAADwMgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroCQCEAAQArQgEBA3AAAAMAkAAAAwAAAwAeoDCBBZbqSSmubgQEDAgAAAMACAAAAwAIQCIAAQAHRAHBcrAiQAAAABRpc3BlAAAAAAAAAGAAAABAAAAAEHBpeGkAAAAAAwgICAAAABZpcG1hAAAAAAAAAAEAAQOBAoMAAAJMbWRhdAAAAkAoAa8ZgGymXjs9BqP2GBYlvKADhOP+gJoct4dzJSu8rSh+/NWqMv9F93OPM8Ht1Gl7bJAlkgvCkJHp1ESlUOH2nZrEEVVZlbMh8PrbmoQewBIlF7YYh610ha4tBXAuV9lybKJkPw8kX0GJvIDI/H//4rxhYONzZQuP+iKCdDWXBFKpzpnbDhM9cHlP7tmXS0ea/0WKQVx5OgBCbK804k/kqDYuCHL51IuCRlOWxiZ9NMaPxKcKeb4JRYbWMvNngstGoGFbpHKLqE3iZs24Q52bqD+SmTuCDYyVlAJSPFdh9l4nECiXoZ1vr1RnX9AnKaa2Q8kmBcOLWYsWC+d49K4SEgUZs/GSSUrVwJmHLvfs78wGaadkBwKO0v9vxfvm8RXtfAre4oQZ8Hy2UYBJDwIDAATTkBxRqO/tYdJorlQXX+OEjBkJYNdJP+GXM6Agp46dhLvbiJe+23x3oyiCFdsVm+3T4RAVl6Q6oaBhmGrqMfDnVHSg3Xy3r2pQrwGdwS0wPDYq+T9rf5n76UMxnNh/O73GdxvLiV39r+ZqfpltFrSnZTHacddgC7D6hV5t25HCUgjy4QK6WPbl2A7JXKnWDBGCn3ZnU6yaSMWy8lEW1R6RrsmuAlfSKxjC431ExoSpelAPHTq+yfjAmdVARZA+JuODhSCPPIPrhBGOMYqqnaqJ23bLvn5jn0niOqhltumJ8B8N94dpwOzlhQfHCP7pJjvxV0PtwTI5xL1ihZy/1djqvI+7/xUxhmvyuHAsb4A=';

const policy = '隐私政策\n\n我们收集手机号，用于登录。您可以随时注销账号。\n联系方式：privacy@example.com\n';
/** GB 2312 of 隐私政策 and a line end, over and over: Node writes no such text. */
const gbBytes = Buffer.from('d2fecbbdd5feb2df0a'.repeat(30), 'hex');

/** A BMP of 24 bits a pixel, all of one grey. */
export function bitmap(width: number, height: number): Buffer {
  const row = Math.ceil((width * 3) / 4) * 4;
  const bytes = Buffer.alloc(54 + row * height, 0x80);
  bytes.fill(0, 0, 54);
  bytes.write('BM', 'latin1');
  bytes.writeUInt32LE(bytes.length, 2);
  bytes.writeUInt32LE(54, 10);
  bytes.writeUInt32LE(40, 14);
  bytes.writeInt32LE(width, 18);
  bytes.writeInt32LE(height, 22);
  bytes.writeUInt16LE(1, 26);
  bytes.writeUInt16LE(24, 28);
  return bytes;
}

/** One sound file or more of every kind that users hand over, the same on every run. */
export async function soundFiles(): Promise<readonly SoundFile[]> {
  const picture = patches(200, 150);
  const squared = await patches(128, 128, 9).png().toBuffer();
  const scan = sharp(await drawSheet({ dpi: 60 }));
  const text = policy.repeat(12);
  const html = `<!doctype html><html lang="zh"><head><title>隐私政策</title></head><body>${`<h2>收集</h2><p>${policy}</p><ul><li>手机号</li></ul><table><tr><td>SDK</td><td>用途</td></tr></table>`.repeat(8)}</body></html>`;
  return [
    { kind: 'png', ending: 'png', bytes: await picture.clone().png().toBuffer() },
    { kind: 'png', ending: 'png', bytes: squared },
    { kind: 'png', ending: 'png', bytes: await picture.clone().png({ progressive: true, palette: true }).toBuffer() },
    { kind: 'jpeg', ending: 'jpg', bytes: await scan.clone().jpeg({ quality: 80 }).toBuffer() },
    { kind: 'jpeg', ending: 'jpg', bytes: await picture.clone().jpeg({ progressive: true }).withExif({ IFD0: { Make: 'Phone', Model: 'X1', Artist: '张三' } }).toBuffer() },
    { kind: 'gif', ending: 'gif', bytes: await animation(['red', 'green', 'blue']) },
    { kind: 'gif', ending: 'gif', bytes: await picture.clone().gif().toBuffer() },
    { kind: 'webp', ending: 'webp', bytes: await picture.clone().webp().toBuffer() },
    { kind: 'webp', ending: 'webp', bytes: await picture.clone().webp({ lossless: true }).toBuffer() },
    { kind: 'tiff', ending: 'tif', bytes: await picture.clone().tiff({ compression: 'lzw' }).toBuffer() },
    { kind: 'tiff', ending: 'tif', bytes: await scan.clone().tiff({ compression: 'jpeg', tile: true }).toBuffer() },
    { kind: 'heic', ending: 'heic', bytes: Buffer.from(heicBase64, 'base64') },
    { kind: 'svg', ending: 'svg', bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="128" height="128"><rect width="96" height="96" x="16" y="16" fill="#07c160"/></svg>') },
    { kind: 'bmp', ending: 'bmp', bytes: bitmap(64, 48) },
    { kind: 'pdf', ending: 'pdf', bytes: await textPdf(1) },
    { kind: 'pdf', ending: 'pdf', bytes: await textPdf(3) },
    { kind: 'pdf', ending: 'pdf', bytes: await scannedPdf() },
    { kind: 'pdf-locked', ending: 'pdf', bytes: lockedPdf() },
    { kind: 'docx', ending: 'docx', bytes: wordBytes(wordXml(policy.split('\n').map(wordParagraph).join('').repeat(10))) },
    { kind: 'zip', ending: 'zip', bytes: zipBytes([{ name: '说明.txt', bytes: Buffer.from(text) }, { name: 'logo.png', bytes: squared }]) },
    { kind: 'html', ending: 'html', bytes: Buffer.from(html) },
    { kind: 'md', ending: 'md', bytes: Buffer.from(`# 隐私政策\n\n| SDK | 用途 |\n| --- | --- |\n| 统计 | 分析 |\n\n${text}`) },
    { kind: 'txt', ending: 'txt', bytes: Buffer.from(text) },
    { kind: 'txt', ending: 'txt', bytes: Buffer.from(`\ufeff${text}`) },
    { kind: 'txt', ending: 'txt', bytes: Buffer.from(`\ufeff${text}`, 'utf16le') },
    { kind: 'txt', ending: 'txt', bytes: Buffer.from(`\ufeff${text}`, 'utf16le').swap16() },
    { kind: 'txt', ending: 'txt', bytes: gbBytes },
  ]; // prettier-ignore
}

async function scannedPdf(): Promise<Buffer> {
  const { PDFDocument } = await import('pdf-lib');
  const pdf = await PDFDocument.create();
  const sheet = await pdf.embedPng(await drawSheet({ dpi: 60 }));
  pdf.addPage([595, 842]).drawImage(sheet, { x: 0, y: 0, width: 595, height: 842 });
  return Buffer.from(await pdf.save());
}
