//! Words that are names and words that look like them.

/// Family names that are rare, or written so in the North. In running text they would be taken for names too often; where a name is
/// recorded as one, they divide it.
pub(super) const RARE_FAMILY_NAMES: &str = "렴공경계감견궁궉근간갈낭내누단담당대두등목묘묵무미보부복비빈빙매만삼상섭수순십아애야어엽영요운자저점종좌준즙증창총축춘탄판팽편평포풍필학해호화환후흥";

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

/// Family names of two syllables.
pub(super) const LONG_FAMILY_NAMES: &[&str] = &[
    "남궁", "황보", "제갈", "선우", "독고", "사공", "서문", "동방",
];
/// The same in Chinese characters.
pub(super) const LONG_HAN_FAMILY_NAMES: &[&str] = &[
    "南宮", "南宫", "皇甫", "諸葛", "诸葛", "鮮于", "鲜于", "獨孤", "独孤", "司空", "西門", "西门",
    "東方", "东方",
];

/// Korean family names in Latin letters, as they are chosen most; those that are met more stand first.
const LATIN_FAMILY_NAMES: &[&str] = &[
    "kim", "gim", "lee", "park", "pak", "choi", "choe", "jung", "jeong", "kang", "yoon", "yun",
    "jang", "chang", "lim", "rim", "cho", "jo", "ri", "yi", "rhee", "kwon", "gwon", "hwang", "ahn",
    "seo", "suh", "shin", "sin", "hong", "oh", "han", "ryu", "yoo", "yu", "jeon", "jun", "chun",
    "chon", "ko", "koh", "go", "moon", "mun", "yang", "ryang", "bae", "pae", "paek", "baek",
    "baik", "paik", "heo", "huh", "hur", "ho", "nam", "shim", "sim", "noh", "roh", "ro", "kwak",
    "gwak", "sung", "seong", "song", "cha", "joo", "ju", "chu", "woo", "koo", "ku", "gu", "min",
    "jin", "chin", "ji", "chi", "eom", "om", "uhm", "chae", "won", "cheon", "bang", "pang", "kong",
    "gong", "hyun", "hyon", "hyeon", "ham", "yeo", "ryo", "tak", "ki", "gi", "ra", "na", "wang",
    "ok", "yuk", "maeng", "myong", "myung", "pyo", "pi", "no", "ha", "an", "ma", "son", "sohn",
    "im", "yim", "u", "i", "so", "sok", "seok", "son", "do", "to", "byun", "pyon", "byeon", "kil",
    "gil", "namgung", "namkung", "namgoong", "hwangbo", "jegal", "chegal", "sonu", "sunwoo",
    "seonu", "dokgo", "tokko", "sagong", "seomun", "somun", "dongbang", "tongbang", "chong",
    "cheong", "jon", "kug", "kuk", "gook",
];

/// Those of them that are English words as well.
const ENGLISH_FAMILY_NAMES: &[&str] = &[
    "park", "sin", "han", "go", "moon", "ho", "so", "do", "to", "no", "an", "ma", "son", "im", "i",
    "u", "bang", "pang", "gong", "won", "ham", "pi", "chin", "min", "song", "sung", "jun", "ha",
    "ok", "na", "oh", "gil", "chi", "ki", "jo", "ko", "pak",
];

/// How common a family name in Latin letters is: 0 is the most.
pub(super) fn latin_family_rank(word: &str) -> Option<usize> {
    static RANKS: OnceLock<HashMap<&'static str, usize>> = OnceLock::new();
    let ranks = RANKS.get_or_init(|| {
        let names = LATIN_FAMILY_NAMES.iter().enumerate();
        // Of a name that stands there twice, the first place counts.
        names.rev().map(|(rank, name)| (*name, rank)).collect()
    });
    ranks.get(word).copied()
}

/// Whether a word in Latin letters is a Korean family name and nothing else.
pub(super) fn is_clear_latin_family(word: &str) -> bool {
    latin_family_rank(word).is_some() && !ENGLISH_FAMILY_NAMES.contains(&word)
}

/// Names that are words as well: what they mean in a text only a reader can see. Given names, full names of two syllables, and
/// given names behind a word like 이 or 한 are in it.
const KOREAN_WORDS: &str = "하늘 보라 지혜 사랑 은혜 미래 나라 소리 이슬 별 보람 기쁨 슬기 한결 아름 가을 봄 바다 여름 겨울 정의 평화 \
    진리 수정 영수 성장 진실 소망 희망 믿음 행복 자유 통일 조국 민족 승리 영광 충성 혁명 선군 주체 광명 은하 금강 백두 두만 \
    대동 압록 강산 태양 샛별 새벽 아침 노을 햇살 햇님 달님 해님 구름 바람 나무 새봄 이랑 마루 초롱 새롬 가람 누리 다운 \
    아라 한별 한솔 한울 푸름 빛나 빛 솔 샘 힘찬 우리 나래 나리 다솜 두리 미리 미르 보리 보배 보석 진주 산호 은별 금별 옥 \
    진달래 목련 장미 국화 매화 난초 백합 유리 수련 연꽃 영웅 영원 영생 영재 영화 영상 영국 영주 영양 영향 영업 영토 \
    정리 정도 정말 정신 정상 정치 정부 정문 정원 정성 정숙 정식 정확 정류 정답 정보 정당 정체 정권 정면 정지 정책 정착 정오 \
    수상 수용 수습 수술 수색 수도 수수 수진 수신 수영 수일 수준 수차 수요 수인 수호 수리 수양 수학 수화 수입 수출 수건 수송 \
    성공 성과 성격 성인 성별 성명 성의 성질 성숙 성사 성경 성분 성함 성실 성탄 성가 \
    경제 경우 경험 경찰 경비 경계 경기 경로 경영 경호 경이 경사 경치 경주 경상 경보 경매 \
    지금 지난 지방 지역 지원 지도 지주 지수 지구 지하 지시 지식 지위 지명 지성 지연 지옥 지상 지나 지현 지장 지지 지진 \
    진술 진심 진행 진급 진료 진로 진보 진정 진입 진출 진화 진주 \
    명령 명단 명예 명절 명확 명수 명색 명의 명심 현지 현재 현실 현상 현장 현금 현대 현명 현철 현수 \
    주인 주민 주소 주일 주의 주위 주말 주체 주요 주도 주장 주변 주문 주식 주연 주희 주영 주현 \
    인민 인권 인사 인정 인생 인물 인수 인간 인구 인도 인원 인제 인연 인천 인상 인식 인형 \
    유일 유지 유학 유명 유물 유치 유인 유산 유정 유진 유식 유리 유난 유사 유독 \
    동무 동생 동지 동네 동원 동의 동기 동안 동시 동작 동포 동해 동물 동수 동일 동화 동창 동행 동서 동남 동북 \
    선생 선물 선택 선거 선전 선고 선수 선언 선미 선화 선희 선조 선배 선녀 선봉 선동 선명 선박 선비 \
    상황 상태 상부 상급 상대 상처 상점 상인 상의 상표 상호 상철 상수 상자 상상 상품 \
    미국 미안 미리 미소 미인 미화 미정 미제 미녀 미숙 미움 미음 \
    남자 남한 남편 남조선 남북 남부 남매 남동생 남아 여자 여성 여권 여기 여인 여동생 여행 여러 여부 여유 여론 여관 여전 \
    고향 고생 고민 고문 고위 고급 고아 고난 고향 고통 고백 고기 고개 고발 고정 고요 고등 고장 고모 고집 \
    이유 이상 이후 이전 이사 이미 이모 이번 이런 이름 이웃 이곳 이동 이용 이제 이해 이야기 이튿날 이때 이날 이것 이들 이별 이성 \
    이익 이자 이주 이탈 이산 이민 이수 이혼 이승 이식 이준 이정 이장 이틀 \
    장군 장소 장사 장기 장마 장애 장래 장면 장관 장녀 장남 장교 장례 장부 장비 장수 장화 장난 장작 장백 장춘 \
    전화 전쟁 전체 전부 전기 전국 전혀 전선 전달 전사 전투 전문 전망 전날 전염 전번 전철 전진 전과 \
    조사 조선 조직 조건 조금 조용 조카 조교 조치 조심 조국 조상 조장 조총련 조금 조수 조절 조명 조성 \
    강제 강도 강물 강변 강연 강화 강원 강인 강조 강요 강의 강사 강북 강남 강성 강당 강철 \
    신분 신고 신발 신문 신호 신의주 신체 신부 신앙 신청 신념 신경 신세 신규 신속 신임 신사 신비 신기 신입 \
    문제 문서 문화 문건 문의 문학 문자 문장 문명 문수 문구 문신 문책 \
    공개 공안 공장 공부 공민 공화국 공식 공격 공급 공산 공항 공원 공포 공무 공로 공동 공간 공사 \
    백성 백화 백두산 백미 백만 방법 방향 방문 방송 방식 방면 방안 방지 방침 배급 배경 배신 배치 배우 배추 \
    손님 손해 손자 손녀 손목 손가락 송환 송금 송별 송편 서울 서류 서로 서명 서민 서쪽 서약 서점 서방 서신 서북 \
    안전 안내 안녕 안정 안심 안주 안경 안건 안부 안쪽 양식 양심 양강 양측 양복 양말 양해 양보 양국 양육 양반 \
    오늘 오전 오후 오빠 오랜 오해 오직 오염 원산 원칙 원인 원래 원수 원장 원조 원하 \
    임시 임신 임무 임금 임의 임명 임산 한국 한번 한때 한족 한참 한명 한편 한마디 한숨 한지 한순간 한정 한계 한밤 한동안 한창 \
    황해 황금 황당 황제 권리 권력 권유 노동 노래 노력 노인 노동당 노예 노선 노임 노약자 나이 나중 나무 나머지 \
    국가 국경 국민 국수 국장 국군 국제 국내 국적 기차 기억 기회 기간 기관 기록 기본 기자 기술 기도 기업 기숙사 기대 기준 \
    김치 김장 김밥 박사 박수 박해 박물관 박탈 최고 최근 최후 최초 최대 최소 최선 최종 최악 하루 하지 하나 하급 하사 하수 하순 \
    허가 허락 허리 허위 허용 허기 홍수 홍보 홍역 심장 심문 심리 심정 심부름 심사 윤리 연길 연락 연구 연변 연금 연기 연결 연습 연유 \
    련락 련결 력사 로동 로인 녀성 녀자 리유 리해 마음 마을 마당 마지막 모두 모든 모습 모녀 모자 모자 민주 민간 민심 민족 민가 민사 \
    변화 변경 변명 변소 반장 반대 반항 반성 반역 반복 사람 사회 사건 사실 사망 사진 사형 사상 사연 사정 사고 사업 사용 석방 석탄 석유 \
    설명 설날 설득 설사 소개 소식 소년 소녀 소원 소학교 소금 소속 소나무 소포 승낙 승인 시간 시장 시작 시기 시절 시민 시체 시골 \
    옥수수 옥중 왕복 용서 용기 용감 용의 우선 우연 우유 은행 은신 은덕 은근 음식 음력 음성 채소 채포 차량 차이 차례 천막 천국 천천 천명 \
    추방 추위 추석 추측 초소 초기 초청 초순 탁구 태도 태국 태풍 표시 표현 표정 피해 피난 피곤 함께 함경 함흥 함정 현관 형제 형편 형사 형기 \
    마리 마련 맹세 명태 모욕 가족 가난 가능 가방 가구 가끔 가슴 가운데 감사 감시 구류 구타 구출 구속 구역 구름 구호 곡식 곽밥 금년 금지 금방 \
    길가 길림 도강 도문 도망 도착 도움 도로 라선 량강 량심 류학 림시 \
    어머니 아버지 할머니 할아버지 언니 오빠 누나 이모 삼촌 엄마 아빠 도시 사이 오이 아이 아기 단비 그림 그늘 꽃님 다정 \
    예쁜 새날 참 솔 찬 결 해 달 별님 온 산 강 들 빛 힘 꿈 돌 샛별 은방울 초원 대지 평양 회령 무산 혜산 경원 온성 새별 송림 개성 남포 원산";

/// One syllable that stands alone as a word more often than as a name.
const SHORT_WORDS: &str = "수것이그저한두세네안못더잘또및등때곳중후전간데줄일말집나너내제왜참다들몇각매첫새헌온여러년월시분초명개번살원장권채대점날밤낮앞뒤옆위밑속밖안길물불눈손발몸입코귀배옷밥국빵술약병돈쌀콩소말개닭차배총칼방문벽땅산강들숲해달별비눈꽃풀왕신님적편쪽측뿐만큼양군씨형댁걸게거지도가와과은는을를의에로고며면서야아오음예응글쎄그래자정주기전리조최박김임허유황성진현민상영철남";

/// English words that are names, or parts of names that are read as words.
const ENGLISH_WORDS: &str = "hope grace joy young sun song long may june april august faith mercy hana sue sunny sky rose lily \
    iris ruby pearl dawn eve summer autumn winter spring ray will mark bill bob jack frank grant chase rich art dean earl pat \
    peace love star moon park king prince earth sea river rain snow yong jin min sung ha so no on in an am i you he she we me my \
    us do go to be or of at by as it is if up one two he who how her his has had hun hung sang sing sin son soon sook song tae \
    han bin ban bang gun gang home human woman man men hay hey hi ho yes yo jo ju june july gil kin kind mean mine moo mi an ann \
    any the then there here see say sea yet you your young younger sung sunk hero hope honor honour justice liberty charity \
    christian guy angel bear bell brook carol cherry china drew ford gale gay glen harmony heather holly ivy jade jean jewel \
    lane lark lee lei little max melody miles misty nick olive opal paris penny poppy precious rob robin rod rusty sandy savior \
    stone sterling sunday monday tuesday wednesday thursday friday saturday violet ward white black brown green gray grey young \
    day dong don dan den din doll done down hard hill hong hang high hana hands hall hunter mason cook baker butler carter \
    clerk cooper farmer fisher fox smith tailor miller page parks porter potter price reed rice rock rose rush sharp short small \
    steel strong swan sweet taylor turner walker waters wells west wise wolf wood woods wright bush cross field fields flower \
    forest frost lake land marsh mills moss north south east church castle bishop pope knight noble major law love man mann";

/// Words that are written large and are nobody's name.
const LARGE_WORDS: &str = "north south east west korea korean china chinese united nations republic democratic people peoples \
    state states security ministry red cross january february march april may june july august september october november december \
    monday tuesday wednesday thursday friday saturday sunday party workers central committee government human rights watch \
    amnesty international european union court supreme national province city county district river mountain sea world food \
    programme program high commissioner office special rapporteur general assembly council law act article new york seoul \
    pyongyang beijing yanji tumen shenyang bangkok thailand thai vietnam laos mongolia russia russian japan japanese american \
    america english christian bible god lord jesus christ church camp prison political kim-il-sung university hospital school \
    hotel street road station airport bank i i'm the a an he she we they it his her my our in on at then after before when while";

type Words = OnceLock<HashSet<&'static str>>;

fn is_in(words: &Words, list: &'static str, word: &str) -> bool {
    words
        .get_or_init(|| list.split_ascii_whitespace().collect())
        .contains(word)
}

/// Whether a Hangul name is a word as well.
pub(super) fn is_korean_word(name: &str) -> bool {
    static WORDS: Words = OnceLock::new();
    is_in(&WORDS, KOREAN_WORDS, name)
}

/// Whether a syllable alone is rather a word than a name.
pub(super) fn is_short_word(syllable: char) -> bool {
    SHORT_WORDS.contains(syllable)
}

/// Whether a word in small Latin letters is an English one.
pub(super) fn is_english_word(word: &str) -> bool {
    static WORDS: Words = OnceLock::new();
    is_in(&WORDS, ENGLISH_WORDS, word)
}

/// Whether a word is written large in English, in small letters here, and is nobody's name.
pub(super) fn is_large_word(word: &str) -> bool {
    static WORDS: Words = OnceLock::new();
    is_in(&WORDS, LARGE_WORDS, word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_names_are_known() {
        assert!(is_korean_word("하늘") && is_korean_word("정도") && !is_korean_word("영희"));
        assert!(is_english_word("hope") && !is_english_word("younghee"));
        assert!(latin_family_rank("kim") < latin_family_rank("ha"));
        assert!(is_clear_latin_family("kim") && !is_clear_latin_family("park"));
        assert!(is_short_word('수') && !is_short_word('희'));
    }
}
