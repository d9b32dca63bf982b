//! Places of the way, as records and as they are spoken of.

use serde_json::{Value, json};

use super::chance::Chance;
use super::writers::Writers;

/// 한글, Latin, country, province (of vocabulary `provinces`; empty outside), latitude and longitude in hundredths of a degree.
type Place = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    i32,
    i32,
);

const PLACES: [Place; 40] = [
    ("회령", "Hoeryong", "KP", "north_hamgyong", 4244, 12975),
    ("무산", "Musan", "KP", "north_hamgyong", 4223, 12922),
    ("온성", "Onsong", "KP", "north_hamgyong", 4296, 12998),
    ("청진", "Chongjin", "KP", "north_hamgyong", 4180, 12978),
    ("길주", "Kilju", "KP", "north_hamgyong", 4096, 12933),
    ("김책", "Kimchaek", "KP", "north_hamgyong", 4067, 12920),
    ("함흥", "Hamhung", "KP", "south_hamgyong", 3992, 12754),
    ("단천", "Tanchon", "KP", "south_hamgyong", 4046, 12891),
    ("요덕", "Yodok", "KP", "south_hamgyong", 3967, 12684),
    ("혜산", "Hyesan", "KP", "ryanggang", 4140, 12818),
    ("보천", "Pochon", "KP", "ryanggang", 4146, 12838),
    ("신의주", "Sinuiju", "KP", "north_pyongan", 4010, 12440),
    ("강계", "Kanggye", "KP", "chagang", 4097, 12659),
    ("만포", "Manpo", "KP", "chagang", 4115, 12628),
    ("개천", "Kaechon", "KP", "south_pyongan", 3970, 12590),
    ("증산", "Chungsan", "KP", "south_pyongan", 3911, 12537),
    ("북창", "Pukchang", "KP", "south_pyongan", 3960, 12630),
    ("순천", "Sunchon", "KP", "south_pyongan", 3942, 12593),
    ("평양", "Pyongyang", "KP", "pyongyang", 3903, 12575),
    ("원산", "Wonsan", "KP", "kangwon", 3915, 12744),
    ("사리원", "Sariwon", "KP", "north_hwanghae", 3851, 12576),
    ("해주", "Haeju", "KP", "south_hwanghae", 3804, 12571),
    ("전거리", "Jongori", "KP", "north_hamgyong", 4232, 12980),
    ("라선", "Rason", "KP", "rason", 4224, 13030),
    ("도문", "Tumen", "CN", "", 4297, 12984),
    ("연길", "Yanji", "CN", "", 4291, 12951),
    ("룡정", "Longjing", "CN", "", 4277, 12943),
    ("단동", "Dandong", "CN", "", 4012, 12438),
    ("장백", "Changbai", "CN", "", 4142, 12820),
    ("심양", "Shenyang", "CN", "", 4180, 12343),
    ("곤명", "Kunming", "CN", "", 2504, 10271),
    ("청도", "Qingdao", "CN", "", 3607, 12038),
    ("베이징", "Beijing", "CN", "", 3990, 11640),
    ("비엔티안", "Vientiane", "LA", "", 1797, 10260),
    ("치앙센", "Chiang Saen", "TH", "", 2027, 10008),
    ("방콕", "Bangkok", "TH", "", 1375, 10050),
    ("하노이", "Hanoi", "VN", "", 2103, 10585),
    ("울란바토르", "Ulaanbaatar", "MN", "", 4792, 10691),
    ("서울", "Seoul", "KR", "", 3757, 12698),
    ("런던", "London", "GB", "", 5151, -13),
];
const PARTS: [(&str, &str, &str); 12] = [
    ("교화소", "kyo-hwa-so", "kyo_hwa_so"),
    ("보위부", "bo-wi-bu", "bo_wi_bu"),
    ("집결소", "jip-kyul-so", "jip_kyul_so"),
    ("단련대", "labour camp", "ro_dong_dan_ryeon_dae"),
    ("안전부", "an-jeon-bu", "an_jeon_bu"),
    ("장마당", "market", "market"),
    ("역", "station", "train_station"),
    ("변방대", "border post", "border_guard_post"),
    ("탄광", "mine", "mine"),
    ("인민병원", "hospital", "hospital"),
    ("나루", "river crossing", "river_crossing"),
    ("안가", "safe house", "safe_house"),
];

/// A place in words, as it is spoken of.
pub fn spoken_of(chance: &mut Chance) -> Value {
    json!({"text": in_words(chance)})
}

/// The name of a place, with what is there.
pub fn in_words(chance: &mut Chance) -> String {
    let place = chance.pick(&PLACES);
    match chance.below(3) {
        0 => place.0.to_owned(),
        1 => format!("{} {}", place.0, chance.pick(&PARTS).0),
        _ => format!("{} {}구", place.0, chance.between(1, 40)),
    }
}

/// A place record.
pub fn record(chance: &mut Chance, writers: &Writers) -> Value {
    let (hangul, latin, country, province, north, east) = *chance.pick(&PLACES);
    let (part, part_latin, kind) = *chance.pick(&PARTS);
    let number = chance.between(1, 40);
    // Somewhere about there.
    let off = |at: i32, chance: &mut Chance| {
        f64::from(at * 100 + chance.between(0, 2_000) as i32) / 10_000.0
    };
    let length = chance.log_normal(120.0, 0.8) as usize;
    let mut place = json!({
        "names": [
            {"text": format!("{hangul} 제{number}{part}"), "script": "hangul", "language": "ko"},
            {"text": format!("{latin} {part_latin} No. {number}"), "script": "latin", "type": "romanised"},
        ],
        "type": kind,
        "parent": {"text": hangul},
        "country": country,
        "coordinates": {"latitude": off(north, chance), "longitude": off(east, chance), "precision": "within_1_km", "source": "위성사진"},
        "description": writers.korean.text(chance, &[], length),
    });
    if !province.is_empty() {
        place["province"] = json!(province);
    }
    place
}
