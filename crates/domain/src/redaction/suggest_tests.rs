use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::*;

fn found(text: &str) -> Vec<(SuggestionKind, &str)> {
    suggest(text)
        .into_iter()
        .map(|one| (one.kind, &text[one.range]))
        .collect()
}

#[test]
fn numbers_and_addresses_are_noticed() {
    use SuggestionKind::{Address, Coordinate, DocumentNumber, Email, Messenger, Phone};
    for (text, kind, wanted) in [
        ("전화는 010-1234-5678이다", Phone, "010-1234-5678"),
        ("010 1234 5678로 전화", Phone, "010 1234 5678"),
        ("010.1234.5678", Phone, "010.1234.5678"),
        ("01012345678", Phone, "01012345678"),
        (
            "０１０-１２３４-５６７８",
            Phone,
            "０１０-１２３４-５６７８",
        ),
        ("02-123-4567", Phone, "02-123-4567"),
        ("(02) 123-4567", Phone, "(02) 123-4567"),
        ("031-123-4567", Phone, "031-123-4567"),
        ("중국 번호 13812345678", Phone, "13812345678"),
        ("138 1234 5678", Phone, "138 1234 5678"),
        ("0433-2512345", Phone, "0433-2512345"),
        ("Thai number 081-234-5678", Phone, "081-234-5678"),
        ("call +82 10-1234-5678 now", Phone, "+82 10-1234-5678"),
        ("+86 138 1234 5678", Phone, "+86 138 1234 5678"),
        ("+66 81 234 5678", Phone, "+66 81 234 5678"),
        ("008613812345678", Phone, "008613812345678"),
        ("Phone: 555 0192", Phone, "555 0192"),
        ("mail to kim.min@example.org.", Email, "kim.min@example.org"),
        ("a_b+c@mail.co.kr로", Email, "a_b+c@mail.co.kr"),
        ("222401198503127028", DocumentNumber, "222401198503127028"),
        ("22240119850312702X", DocumentNumber, "22240119850312702X"),
        ("850312-2345678", DocumentNumber, "850312-2345678"),
        ("여권번호 M12345678", DocumentNumber, "M12345678"),
        ("passport G87654321", DocumentNumber, "G87654321"),
        ("M123A4567", DocumentNumber, "M123A4567"),
        ("공민증 번호: 12-345678", DocumentNumber, "12-345678"),
        ("户口号 2224-0193", DocumentNumber, "2224-0193"),
        ("43.1332, 129.2011", Coordinate, "43.1332, 129.2011"),
        ("-12.3456 / 98.7654", Coordinate, "-12.3456 / 98.7654"),
        (
            "42°58'12\"N 129°50'30\"E",
            Coordinate,
            "42°58'12\"N 129°50'30\"E",
        ),
        ("북위 42도 58분", Coordinate, "북위 42도 58분"),
        (
            "서울시 강남구 역삼동 12-3에 산다",
            Address,
            "서울시 강남구 역삼동 12-3",
        ),
        (
            "함경북도 회령시 남문동 12반",
            Address,
            "함경북도 회령시 남문동 12반",
        ),
        ("역삼동 12-3번지", Address, "역삼동 12-3번지"),
        ("101동 1203호", Address, "101동 1203호"),
        ("남문동 37인민반", Address, "남문동 37인민반"),
        ("吉林省延吉市河南街12号", Address, "吉林省延吉市河南街12号"),
        ("lives at 12 Baker Street in", Address, "12 Baker Street"),
        ("카톡 아이디: minji_99", Messenger, "minji_99"),
        ("WeChat id: yanbian88", Messenger, "yanbian88"),
        ("위챗 wxid_abc123으로", Messenger, "wxid_abc123"),
        ("write to @border_line", Messenger, "@border_line"),
    ] {
        assert_eq!(found(text), [(kind, wanted)], "{text}");
    }
}

#[test]
fn dates_sums_and_counts_are_none_of_these() {
    for text in [
        "1998-03-01에 떠났다",
        "1998년 3월 1일",
        "1998.03.01",
        "01.03.1998",
        "in 1998-2003 and 2004",
        "20040301",
        "돈 10000000원을 주었다",
        "30,000위안",
        "12 000 won",
        "$1500000",
        "그는 3명을 데리고 5일 동안 걸었다",
        "page 12-13, chapter 4.5",
        "version 1.2.3",
        "앞으로 3년",
        "그대로 5일이 지났다",
        "rice was 1,200 a kilo",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn names_are_noticed_by_what_stands_around_them() {
    for (text, wanted) in [
        ("그때 박성철이 왔다", "박성철"),
        ("리은주에게 말했다", "리은주"),
        ("김씨는 갔다", "김"),
        ("최 선생이 말했다", "최"),
        ("박철 동무가", "박철"),
        ("남궁민수 씨", "남궁민수"),
        ("이름은 순덕이다", "순덕"),
        ("본명: 강순희", "강순희"),
        ("then Park Sung-chul came", "Park Sung-chul"),
        ("we met John Baker there", "John Baker"),
        ("Kim Min-ji left", "Kim Min-ji"),
        ("with Min-ji Kim and", "Min-ji Kim"),
    ] {
        assert_eq!(found(text), [(SuggestionKind::Name, wanted)], "{text}");
    }
}

#[test]
fn ordinary_sentences_have_no_names() {
    for text in [
        "나는 이 사건에 대하여 진술한다",
        "정치범 수용소에서 3년을 보냈다",
        "보위부에서 조사를 받았다",
        "조선에서 중국으로 강을 건넜다",
        "The Ministry of State Security arrested them",
        "In North Korea people were hungry",
        "The Red Cross came in May",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

proptest! {
    #[test]
    fn suggestions_are_in_order_and_apart(text in "[가-힣a-zA-Z0-9@.+ \\-]{0,60}") {
        let mut end = 0;
        for one in suggest(&text) {
            prop_assert!(one.range.start >= end && text.get(one.range.clone()).is_some());
            end = one.range.end;
        }
        let nfd: String = text.nfd().collect();
        prop_assert_eq!(suggest(&text).len(), suggest(&nfd).len());
    }
}
