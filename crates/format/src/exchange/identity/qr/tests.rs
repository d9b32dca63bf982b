//! Codes and pictures of them, whole and hostile.

use image::codecs::jpeg::JpegEncoder;
use image::imageops::overlay;

use super::super::fixed;
use super::*;

fn code(number: u8) -> (PublicIdentity, QrCode) {
    let identity = fixed(number).public().clone();
    let code = QrCode::of(&identity);
    (identity, code)
}

fn png(picture: &GrayImage) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Png).unwrap();
    bytes.into_inner()
}

fn jpeg(picture: &GrayImage, quality: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut bytes, quality);
    picture.write_with_encoder(encoder).unwrap();
    bytes
}

fn pixels(code: &QrCode) -> GrayImage {
    image::load_from_memory(&code.png()).unwrap().into_luma8()
}

/// A code of any text on a page of white.
fn page(texts: &[&str]) -> GrayImage {
    let mut page = GrayImage::from_pixel(400 * texts.len() as u32, 400, Luma([255]));
    for (at, text) in texts.iter().enumerate() {
        let code = Encoded::new(text).unwrap();
        let colors = code.to_colors();
        let one = GrayImage::from_fn(code.width() as u32 * 6, code.width() as u32 * 6, |x, y| {
            let at = (y / 6) as usize * code.width() + (x / 6) as usize;
            Luma([if colors[at] == Color::Dark { 0 } else { 255 }])
        });
        overlay(&mut page, &one, 400 * at as i64 + 60, 60);
    }
    page
}

#[test]
fn what_is_drawn_is_read_small_large_and_from_a_bad_photograph() {
    let (identity, code) = code(1);
    assert_eq!(identity.to_string().len(), 1_772);
    assert_eq!(code.side(), 141 + 8, "version 31");
    assert_eq!(identity_in(&code.png()).unwrap(), identity);
    let whole = pixels(&code);
    for module in [3, 5, 14] {
        let side = code.side() as u32 * module;
        let scaled = resize(&whole, side, side, FilterType::Triangle);
        assert_eq!(identity_in(&png(&scaled)), Ok(identity.clone()), "{module}");
        assert_eq!(
            identity_in(&jpeg(&scaled, 60)),
            Ok(identity.clone()),
            "{module}"
        );
    }
    // On a table, with a shadow across, in a large photograph.
    let mut photograph =
        GrayImage::from_fn(4_000, 3_000, |x, y| Luma([90 + ((x + y) / 100) as u8]));
    let mut paper = resize(&whole, 1_800, 1_800, FilterType::Triangle);
    for (x, _, pixel) in paper.enumerate_pixels_mut() {
        pixel.0[0] = (f32::from(pixel.0[0]) * (0.9 - x as f32 / 6_000.0)) as u8 + 12;
    }
    overlay(&mut photograph, &paper, 900, 600);
    assert_eq!(identity_in(&jpeg(&photograph, 80)), Ok(identity));
}

#[test]
fn a_transparent_picture_lies_on_white() {
    let (identity, code) = code(2);
    let dark = image::RgbaImage::from_fn(code.side() as u32 * 4, code.side() as u32 * 4, |x, y| {
        let is_dark = code.is_dark((x / 4) as usize, (y / 4) as usize);
        image::Rgba([0, 0, 0, if is_dark { 255 } else { 0 }])
    });
    let mut bytes = Cursor::new(Vec::new());
    dark.write_to(&mut bytes, ImageFormat::Png).unwrap();
    assert_eq!(identity_in(&bytes.into_inner()), Ok(identity));
}

#[test]
fn pictures_without_one_identity_say_what_they_are() {
    let (_, one) = code(1);
    let (_, other) = code(2);
    let (one, other) = (pixels(&one), pixels(&other));
    let mut both = GrayImage::from_pixel(one.width() * 2, one.height(), Luma([255]));
    overlay(&mut both, &one, 0, 0);
    assert!(identity_in(&png(&both)).is_ok());
    overlay(&mut both, &other, i64::from(one.width()), 0);
    assert_eq!(identity_in(&png(&both)), Err(QrFault::Several));
    let empty = GrayImage::from_pixel(600, 400, Luma([200]));
    assert_eq!(identity_in(&png(&empty)), Err(QrFault::NoCode));
    for texts in [&["https://example.org"][..], &["one", "two"]] {
        assert_eq!(identity_in(&png(&page(texts))), Err(QrFault::NotAnIdentity));
    }
    let mut altered = fixed(1).public().to_string();
    altered.replace_range(500..501, if &altered[500..501] == "A" { "B" } else { "A" });
    assert!(altered.parse::<PublicIdentity>().is_err());
    for bytes in [&b""[..], b"GIF89a", b"\x89PNG\r\n\x1a\n", b"<svg/>"] {
        assert_eq!(identity_in(bytes), Err(QrFault::NotAPicture));
    }
    let whole = png(&one);
    assert_eq!(
        identity_in(&whole[..whole.len() / 2]),
        Err(QrFault::NotAPicture)
    );
}

/// A few kilobytes that say they are a thousand million pixels are turned away by their first bytes.
#[test]
fn a_picture_that_would_fill_the_memory_is_refused() {
    let mut bomb = png(&GrayImage::from_pixel(8, 8, Luma([255])));
    for (width, height) in [(60_000_u32, 60_000_u32), (16_000, 16_000), (40_000, 1)] {
        bomb[16..20].copy_from_slice(&width.to_be_bytes());
        bomb[20..24].copy_from_slice(&height.to_be_bytes());
        let crc = crc(&bomb[12..29]);
        bomb[29..33].copy_from_slice(&crc.to_be_bytes());
        assert_eq!(
            identity_in(&bomb),
            Err(QrFault::TooLarge),
            "{width}x{height}"
        );
    }
    let many = vec![0; MAX_PICTURE as usize + 1];
    assert_eq!(identity_in(&many), Err(QrFault::TooLarge));
}

fn crc(bytes: &[u8]) -> u32 {
    let mut crc = u32::MAX;
    for byte in bytes {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = (crc >> 1) ^ (0xedb8_8320 * (crc & 1));
        }
    }
    !crc
}

#[test]
fn the_path_of_the_svg_covers_each_dark_module_once() {
    let (_, code) = code(1);
    let mut dark = 0;
    for run in code.path().split('M').skip(1) {
        let width = run.split(['h', 'v']).nth(1).unwrap();
        dark += width.parse::<usize>().unwrap();
    }
    let all = (0..code.side()).flat_map(|y| (0..code.side()).map(move |x| (x, y)));
    assert_eq!(dark, all.filter(|(x, y)| code.is_dark(*x, *y)).count());
    assert!(code.svg().starts_with("<svg xmlns") && code.svg().len() < 200_000);
}
