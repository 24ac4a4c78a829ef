"""Reads Word files with nothing but zipfile and an XML parser, and counts their numbering as ECMA-376 says.

Takes paths and prints one JSON list: for each file its paragraphs (style, text with the number that Word shows, level),
what its parts define, and every reference that leads nowhere.
"""
import json
import sys
import zipfile
import xml.etree.ElementTree as ET

W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
DIGITS = '零一二三四五六七八九'


def chinese(n):
    tens, ones = divmod(n, 10)
    head = '' if tens == 0 else ('十' if tens == 1 else DIGITS[tens] + '十')
    return head + (DIGITS[ones] if ones or tens == 0 else '')


FORMATS = {
    'chineseCountingThousand': chinese,
    'decimal': str,
    'decimalEnclosedCircleChinese': lambda n: chr(0x245F + n),
    'bullet': lambda n: '',
}


def val(element, path, default=None):
    found = element.find(path) if element is not None else None
    return default if found is None else found.get(W + 'val', default)


def read_numbering(root):
    abstract = {}
    for one in root.findall(W + 'abstractNum'):
        levels = {}
        for lvl in one.findall(W + 'lvl'):
            levels[int(lvl.get(W + 'ilvl'))] = {
                'format': val(lvl, W + 'numFmt'),
                'text': val(lvl, W + 'lvlText'),
                'start': int(val(lvl, W + 'start', '1')),
                'style': val(lvl, W + 'pStyle'),
                'tentative': lvl.get(W + 'tentative'),
            }
        abstract[one.get(W + 'abstractNumId')] = {'levels': levels, 'type': val(one, W + 'multiLevelType')}
    nums = {}
    for one in root.findall(W + 'num'):
        overrides = {
            int(over.get(W + 'ilvl')): int(val(over, W + 'startOverride', '1'))
            for over in one.findall(W + 'lvlOverride')
        }
        nums[one.get(W + 'numId')] = {'abstract': val(one, W + 'abstractNumId'), 'overrides': overrides}
    return abstract, nums


def run_text(element):
    parts = []
    for node in element.iter():
        if node.tag == W + 't':
            parts.append(node.text or '')
        elif node.tag == W + 'tab' and node is not element:
            parts.append('\t')
        elif node.tag == W + 'br':
            parts.append('\n')
    return ''.join(parts)


def read(path):
    archive = zipfile.ZipFile(path)
    assert archive.testzip() is None
    parts = {}
    for name in archive.namelist():
        if name.endswith('.xml') or name.endswith('.rels'):
            parts[name] = ET.fromstring(archive.read(name))
    problems = []
    styles = {s.get(W + 'styleId'): s for s in parts['word/styles.xml'].findall(W + 'style')}
    abstract, nums = read_numbering(parts['word/numbering.xml'])
    counters = {}
    started = set()
    paragraphs = []
    body = parts['word/document.xml'].find(W + 'body')
    in_table = {p for t in body.iter(W + 'tbl') for p in t.iter(W + 'p')}
    for p in body.iter(W + 'p'):
        ppr = p.find(W + 'pPr')
        style = val(ppr, W + 'pStyle')
        if style not in styles:
            problems.append(f'style {style} is not defined')
        for rstyle in p.iter(W + 'rStyle'):
            if rstyle.get(W + 'val') not in styles:
                problems.append(f'style {rstyle.get(W + "val")} is not defined')
        numpr = ppr.find(W + 'numPr') if ppr is not None else None
        if numpr is None and style in styles:
            numpr = styles[style].find(f'{W}pPr/{W}numPr')
        number, level = '', None
        num_id = val(numpr, W + 'numId')
        if num_id not in (None, '0'):
            if num_id not in nums:
                problems.append(f'numbering {num_id} is not defined')
            else:
                level = int(val(numpr, W + 'ilvl', '0'))
                num = nums[num_id]
                spec = abstract[num['abstract']]['levels'][level]
                # The paragraphs of one abstract numbering count together; an override begins anew where its list first has the level.
                count = counters.setdefault(num['abstract'], {})
                if (num_id, level) not in started and level in num['overrides']:
                    count[level] = num['overrides'][level]
                else:
                    count[level] = count.get(level, spec['start'] - 1) + 1
                started.add((num_id, level))
                for deeper in [d for d in count if d > level]:
                    del count[deeper]
                number = spec['text']
                for upper in range(level + 1):
                    shown = FORMATS[abstract[num['abstract']]['levels'][upper]['format']](count.get(upper, 1))
                    number = number.replace(f'%{upper + 1}', shown)
        text = ''.join(run_text(r) for r in p.iter(W + 'r'))
        paragraphs.append({
            'style': style,
            'number': number,
            'text': number + text,
            'level': level,
            'inTable': p in in_table,
            'keepNext': ppr is not None and ppr.find(W + 'keepNext') is not None,
            'ruled': [run_text(r) for r in p.iter(W + 'r') if r.find(f'{W}rPr/{W}u') is not None],
            'bold': [run_text(r) for r in p.iter(W + 'r') if r.find(f'{W}rPr/{W}b') is not None],
            'tags': [run_text(r) for r in p.iter(W + 'r') if val(r, f'{W}rPr/{W}rStyle') == 'YinqiTagText'],
        })
    section = body.find(W + 'sectPr')
    attributes = lambda name: {k.split('}')[1]: v for k, v in section.find(W + name).attrib.items()}
    core = parts['docProps/core.xml']
    footer = ''.join(
        node.text or '' for name, part in parts.items() if name.startswith('word/footer')
        for node in part.iter() if node.tag in (W + 't', W + 'instrText'))
    header = ''.join(
        node.text or '' for name, part in parts.items() if name.startswith('word/header') for node in part.iter(W + 't'))
    return {
        'problems': problems,
        'paragraphs': paragraphs,
        'styles': {i: val(s, W + 'name') for i, s in styles.items()},
        'fonts': {f.get(W + 'name'): val(f, W + 'altName') for f in parts['word/fontTable.xml']},
        'eastAsia': {
            i: (s.find(f'{W}rPr/{W}rFonts').get(W + 'eastAsia') if s.find(f'{W}rPr/{W}rFonts') is not None else None)
            for i, s in styles.items()},
        'firstLineChars': {
            i: (s.find(f'{W}pPr/{W}ind').get(W + 'firstLineChars') if s.find(f'{W}pPr/{W}ind') is not None else None)
            for i, s in styles.items()},
        'numbering': [
            {'type': a['type'], 'levels': [[lvl['format'], lvl['text'], lvl['style'], lvl['tentative']] for _, lvl in sorted(a['levels'].items())]}
            for a in abstract.values()],
        'page': {**attributes('pgSz'), **attributes('pgMar')},
        'core': {e.tag.split('}')[1]: e.text for e in core},
        'custom': {p.get('name'): ''.join(p.itertext()) for p in parts['docProps/custom.xml']},
        'footer': footer,
        'header': header,
        'locks': [lock.get(W + 'val') for lock in body.iter(W + 'lock')],
        'times': sorted({str(i.date_time) for i in archive.infolist()}),
    }


print(json.dumps([read(path) for path in sys.argv[1:]], ensure_ascii=False))
