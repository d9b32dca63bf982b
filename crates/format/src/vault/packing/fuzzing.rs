//! Packed bodies that somebody else wrote, and bodies that are to be packed.

use super::{HEAD, MAX_BODY, MOST_TIMES, PackedBody, announced, unpack};

/// Bytes as they came, and as if they were a body.
pub fn packing(bytes: &[u8]) {
    if let Ok(body) = unpack(bytes) {
        assert_eq!(announced(bytes), Ok(body.len()), "as it announced");
        assert!(body.len() <= MAX_BODY && body.len() <= bytes.len() * MOST_TIMES);
        assert!(bytes.len() <= body.len() + 1, "never longer than it is");
        is_packed(&body);
        let longer = [bytes, &[0]].concat();
        assert!(
            bytes.first() == Some(&0) || unpack(&longer).is_err(),
            "nothing stands behind it"
        );
    }
    is_packed(bytes);
}

/// It can be packed, within its bounds, and comes out again.
fn is_packed(body: &[u8]) {
    let packed = PackedBody::pack(body);
    assert!(packed.bytes().len() <= body.len() + 1);
    let (again, unpacked) =
        PackedBody::read(packed.bytes().to_vec().into()).expect("what is packed is read");
    assert!(*unpacked == body && again.hash() == packed.hash());
    if let Some(cut) = packed.bytes().len().checked_sub(1)
        && packed.bytes().len() > HEAD
    {
        let cut = packed.bytes().get(..cut).unwrap_or_default();
        assert!(unpack(cut).map(|body| body.to_vec()) != Ok(body.to_vec()));
    }
}

/// Packed bodies for the corpus, of all sorts.
pub fn some() -> Vec<Vec<u8>> {
    let salt = "0f".repeat(16);
    let body = |text: &str| {
        format!(r#"{{"salt":"{salt}","trashed":false,"record":{{"text":"{text}"}}}}"#).into_bytes()
    };
    let repeated = "we crossed the river at night ".repeat(20);
    let bodies = [body("압록강을 건너"), body(&repeated), b"short".to_vec()];
    let mut some: Vec<Vec<u8>> = bodies
        .iter()
        .map(|body| PackedBody::pack(body).bytes().to_vec())
        .collect();
    some.push(bodies.concat());
    some
}
