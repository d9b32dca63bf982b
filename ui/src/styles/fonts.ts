// Shipped, so that a machine without Korean fonts shows every syllable. All three: SIL Open Font License.
// Pretendard for the interface, Gowun Batang for testimonies; both have all 11,172 syllables and no
// Chinese character, which Noto Serif KR adds. Only the slices that a page needs are read.
import 'pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css';
import '@fontsource/gowun-batang/400.css';
import '@fontsource/noto-serif-kr/400.css';
