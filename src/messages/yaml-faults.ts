import type { ErrorCode } from 'yaml';
import type { Words } from '../base/text.ts';

/** What is wrong with text that is no YAML, by the code of the YAML library. */
const YAML_FAULTS: { readonly [C in ErrorCode]: Words } = {
  ALIAS_PROPS: {
    vi: 'bí danh (*) không được mang neo (&) hay thẻ (!)',
    en: 'an alias (*) carries no anchor (&) or tag (!)',
  },
  BAD_ALIAS: { vi: 'bí danh (*) viết sai', en: 'an alias (*) is not written as it should be' },
  BAD_COLLECTION_TYPE: {
    vi: 'thẻ (!) không hợp với loại danh sách ở đây',
    en: 'the tag (!) does not fit this kind of list',
  },
  BAD_DIRECTIVE: { vi: 'dòng chỉ thị (%) viết sai', en: 'a directive (%) is not written as it should be' },
  BAD_DQ_ESCAPE: {
    vi: 'dấu \\ trong chuỗi có dấu nháy kép không thành ký tự nào; dùng dấu nháy đơn nếu cần chính dấu \\',
    en: 'a \\ in double quotes makes no character; use single quotes for a plain \\',
  },
  BAD_INDENT: {
    vi: 'thụt lề sai: các mục cùng cấp phải thẳng cột',
    en: 'wrong indentation: entries of one level stand in one column',
  },
  BAD_PROP_ORDER: { vi: 'neo (&) và thẻ (!) đứng sai chỗ', en: 'an anchor (&) or tag (!) stands in the wrong place' },
  BAD_SCALAR_START: {
    vi: 'giá trị bắt đầu bằng ký tự phải đặt trong dấu nháy',
    en: 'a value begins with a character that needs quotes',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    vi: 'khóa lồng trên cùng một dòng; xuống dòng hoặc dùng {}',
    en: 'a key inside a key on one line; start a new line or use {}',
  },
  BLOCK_IN_FLOW: { vi: 'danh sách nhiều dòng nằm trong [] hoặc {}', en: 'a block of lines stands inside [] or {}' },
  DUPLICATE_KEY: { vi: 'một khóa viết hai lần; giữ một', en: 'a key stands twice; keep one' },
  IMPOSSIBLE: { vi: 'không đọc được chỗ này', en: 'this place cannot be read' },
  KEY_OVER_1024_CHARS: { vi: 'khóa dài hơn 1024 ký tự', en: 'a key longer than 1024 characters' },
  MISSING_CHAR: {
    vi: 'thiếu một ký tự (dấu đóng ngoặc, dấu phẩy, dấu hai chấm hoặc dấu cách)',
    en: 'a character is missing (a closing bracket, comma, colon or space)',
  },
  MULTILINE_IMPLICIT_KEY: { vi: 'khóa trải trên nhiều dòng', en: 'a key runs over several lines' },
  MULTIPLE_ANCHORS: { vi: 'một giá trị có hai neo (&)', en: 'one value has two anchors (&)' },
  MULTIPLE_DOCS: {
    vi: 'tệp chứa nhiều tài liệu YAML (---); mỗi tệp một văn bản',
    en: 'several documents (---) in one file; one act a file',
  },
  MULTIPLE_TAGS: { vi: 'một giá trị có hai thẻ (!)', en: 'one value has two tags (!)' },
  NON_STRING_KEY: { vi: 'khóa phải là chữ', en: 'a key must be text' },
  RESOURCE_EXHAUSTION: { vi: 'lồng nhau quá sâu', en: 'nested too deeply' },
  TAB_AS_INDENT: { vi: 'thụt lề bằng dấu tab; dùng dấu cách', en: 'indented by tabs; use spaces' },
  TAG_RESOLVE_FAILED: { vi: 'thẻ (!) không đọc được; bỏ thẻ', en: 'a tag (!) that cannot be read; drop it' },
  UNEXPECTED_TOKEN: { vi: 'ký tự không mong đợi ở đây', en: 'something that does not belong here' },
};

/** A fault of YAML text in words of ours, with the detail that the library gives (in English). */
export function yamlFault({ code, message }: { readonly code: ErrorCode; readonly message: string }): Words {
  const { vi, en } = YAML_FAULTS[code];
  const detail = (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:$/, '');
  return { vi: `${vi} (${detail})`, en: `${en} (${detail})` };
}
