//! Bodies that are packed, and not as they should be. What else can be wrong in them is in tests/vectors/packing.json.

use super::*;
use crate::vault::packing::PackedBody;

/// Honest parts, but the last body is packed so.
fn last(packed: impl FnOnce(&[u8]) -> Vec<u8>) -> Vec<u8> {
    let world = three();
    let all: Vec<Vec<u8>> = world.bodies.iter().flatten().cloned().collect();
    let (last, before) = all.split_last().unwrap();
    let mut parts = parts_of(&world);
    let before = before
        .iter()
        .map(|body| framed(PackedBody::pack(body).bytes()));
    parts.bodies = before.collect::<Vec<_>>().concat();
    parts.bodies.extend(framed(&packed(last)));
    parts.agree();
    parts.tar()
}

/// The same, with something changed in the packed bytes.
fn changed(change: impl FnOnce(&mut Vec<u8>)) -> Vec<u8> {
    last(|body| {
        let mut packed = PackedBody::pack(body).bytes().to_vec();
        assert_eq!(packed[0], 1, "it is worth it");
        change(&mut packed);
        packed
    })
}

/// The length that packed bytes say, made longer or shorter.
fn set_length(packed: &mut [u8], change: impl FnOnce(u32) -> u32) {
    let length = u32::from_be_bytes(*packed[1..].first_chunk().unwrap());
    packed[1..5].copy_from_slice(&change(length).to_be_bytes());
}

pub(super) fn of_packed_bodies() -> Vec<Vector> {
    let damaged = || refused("bundle_damaged", "bodies");
    let too_large = || refused("bundle_too_large", "bodies");
    vec![
        inside(
            "packing-plain",
            "a body as it is that could have been packed: a program may not care",
            taken(3),
            last(|body| [&[0], body].concat()),
        ),
        inside(
            "packing-unknown",
            "a body is packed in a way that is not known",
            damaged(),
            changed(|packed| packed[0] = 2),
        ),
        inside(
            "packing-length-short",
            "more comes out of a body than was said",
            damaged(),
            changed(|packed| set_length(packed, |length| length - 1)),
        ),
        inside(
            "packing-length-long",
            "less comes out of a body than was said",
            damaged(),
            changed(|packed| set_length(packed, |length| length + 1)),
        ),
        inside(
            "packing-trailing",
            "bytes stand behind the end of a packed body",
            damaged(),
            changed(|packed| packed.push(0)),
        ),
        inside(
            "packing-cut",
            "a packed body ends too early",
            damaged(),
            changed(|packed| packed.truncate(packed.len() - 1)),
        ),
        inside(
            "packing-not-smaller",
            "a body is packed and not shorter than it is",
            damaged(),
            last(|body| {
                // One stored block (RFC 1951, section 3.2.4).
                let length = body.len() as u16;
                let block = [
                    &[1],
                    &length.to_le_bytes()[..],
                    &(!length).to_le_bytes()[..],
                    body,
                ];
                [
                    &[1],
                    &(body.len() as u32).to_be_bytes()[..],
                    &block.concat()[..],
                ]
                .concat()
            }),
        ),
        inside(
            "packing-bomb",
            "a body says that a gigabyte comes out of it",
            too_large(),
            changed(|packed| set_length(packed, |_| 1 << 30)),
        ),
        inside(
            "packing-bomb-below-the-limit",
            "a body says that eight megabytes come out of a hundred bytes",
            damaged(),
            changed(|packed| set_length(packed, |_| 8 << 20)),
        ),
        inside(
            "packing-empty",
            "a body of no byte, not even one that says how it is packed",
            damaged(),
            last(|_| Vec::new()),
        ),
    ]
}
