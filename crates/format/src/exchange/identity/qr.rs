//! A public identity as a QR code, and read from a picture of one. What is read is hostile: bounds come first.

use std::fmt::Write;
use std::io::Cursor;

use image::imageops::{FilterType, resize, thumbnail};
use image::{DynamicImage, GrayImage, ImageFormat, ImageReader, Limits, Luma};
use qrcode::{Color, EcLevel, QrCode as Encoded};

use super::PublicIdentity;

/// Light modules around a code, as ISO/IEC 18004 asks for.
const QUIET: usize = 4;
/// Pixels of a module in a picture that is written.
const MODULE: u32 = 8;
/// Bytes of a picture that is read, at most.
pub const MAX_PICTURE: u64 = 32 << 20;
/// Pixels of a picture, at most: more than phones take, and less than what makes a laptop swap.
const MAX_PIXELS: u64 = 64 << 20;
const MAX_SIDE: u32 = 16_384;
const MAX_MEMORY: u64 = 400 << 20;
/// A large photograph is looked at in this many pixels a side: it is read faster then, and no worse.
const COMFORTABLE: u32 = 2_000;
/// The sizes that are looked at, in eighths of that one, until a code is read. Whether a dense code can be read hangs on
/// how pixels and modules happen to meet; most of those that are missed in one size are read in the next.
const SIZES: [u32; 6] = [8, 16, 12, 6, 10, 4];

/// Why a picture gave no identity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum QrFault {
    /// Not a PNG or JPEG picture, or a damaged one.
    #[error("this is no picture that can be read")]
    NotAPicture,
    /// More bytes or pixels than are looked at.
    #[error("the picture is too large")]
    TooLarge,
    /// No code in it that can be read.
    #[error("there is no code in the picture")]
    NoCode,
    /// Several identities.
    #[error("there are several codes in the picture")]
    Several,
    /// Codes, and none of them an identity.
    #[error("the code in the picture is no identity")]
    NotAnIdentity,
}

/// A code: a square of dark and light modules, with the quiet zone around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QrCode {
    inner: usize,
    dark: Vec<bool>,
}

impl QrCode {
    /// The code of an identity's line. Error correction is the lowest: the line is long, and a larger code is harder
    /// to photograph than a sparser one is to restore.
    pub fn of(identity: &PublicIdentity) -> Self {
        let line = identity.to_string();
        let code = Encoded::with_error_correction_level(line.as_bytes(), EcLevel::L)
            .expect("a line of 1,772 bytes fits the 2,953 of the largest code");
        let colors = code.to_colors();
        Self {
            inner: code.width(),
            dark: colors.into_iter().map(|one| one == Color::Dark).collect(),
        }
    }

    /// Modules of a side, quiet zone included.
    pub fn side(&self) -> usize {
        self.inner + 2 * QUIET
    }

    /// Whether a module is dark, counted from the left and from above with the quiet zone.
    pub fn is_dark(&self, x: usize, y: usize) -> bool {
        let inside = |at: usize| at.checked_sub(QUIET).filter(|at| *at < self.inner);
        let (Some(x), Some(y)) = (inside(x), inside(y)) else {
            return false;
        };
        self.dark.get(y * self.inner + x).copied().unwrap_or(false)
    }

    /// The dark modules as the path of an SVG whose view box is `0 0 side side`.
    pub fn path(&self) -> String {
        let mut path = String::new();
        for y in 0..self.side() {
            let mut x = 0;
            while x < self.side() {
                let run = (x..self.side())
                    .take_while(|at| self.is_dark(*at, y))
                    .count();
                if run > 0 {
                    // Writing to a text cannot fail.
                    let _ = write!(path, "M{x} {y}h{run}v1h-{run}z");
                }
                x += run + 1;
            }
        }
        path
    }

    /// A whole SVG file, dark on white.
    pub fn svg(&self) -> String {
        let side = self.side();
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" \
             shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h{side}v{side}h-{side}z\"/>\
             <path d=\"{}\"/></svg>\n",
            self.path()
        )
    }

    /// A PNG picture, dark on white.
    pub fn png(&self) -> Vec<u8> {
        let side = self.side() as u32 * MODULE;
        let picture = GrayImage::from_fn(side, side, |x, y| {
            let is_dark = self.is_dark((x / MODULE) as usize, (y / MODULE) as usize);
            Luma([if is_dark { 0 } else { 255 }])
        });
        let mut bytes = Cursor::new(Vec::new());
        picture
            .write_to(&mut bytes, ImageFormat::Png)
            .expect("grey pixels can be written into memory");
        bytes.into_inner()
    }
}

/// The one identity whose code is in a PNG or JPEG picture.
///
/// # Errors
/// [`QrFault`]; never panics, whatever the bytes.
pub fn identity_in(picture: &[u8]) -> Result<PublicIdentity, QrFault> {
    let picture = decode(picture)?;
    let longest = picture.width().max(picture.height()).max(1);
    let mut found = Err(QrFault::NoCode);
    for eighths in SIZES {
        let side = (longest.min(COMFORTABLE) * eighths / 8).max(1);
        found = match side == longest {
            true => identity_among(&texts(&picture)),
            false => identity_among(&texts(&resized(&picture, longest, side))),
        };
        if !matches!(found, Err(QrFault::NoCode)) {
            break;
        }
    }
    found
}

/// The picture so that its longer side, which is `longest` now, is `side`.
fn resized(picture: &GrayImage, longest: u32, side: u32) -> GrayImage {
    let scaled =
        |length: u32| (u64::from(length) * u64::from(side) / u64::from(longest)).max(1) as u32;
    let (width, height) = (scaled(picture.width()), scaled(picture.height()));
    match side < longest {
        true => thumbnail(picture, width, height),
        false => resize(picture, width, height, FilterType::CatmullRom),
    }
}

fn identity_among(texts: &[String]) -> Result<PublicIdentity, QrFault> {
    let mut identities: Vec<PublicIdentity> =
        texts.iter().filter_map(|text| text.parse().ok()).collect();
    identities.dedup();
    match (identities.pop(), identities.is_empty()) {
        (Some(identity), true) => Ok(identity),
        (Some(_), false) => Err(QrFault::Several),
        (None, _) if texts.is_empty() => Err(QrFault::NoCode),
        (None, _) => Err(QrFault::NotAnIdentity),
    }
}

fn decode(bytes: &[u8]) -> Result<GrayImage, QrFault> {
    if bytes.len() as u64 > MAX_PICTURE {
        return Err(QrFault::TooLarge);
    }
    let reader = || {
        let mut reader = ImageReader::new(Cursor::new(bytes))
            .with_guessed_format()
            .map_err(|_| QrFault::NotAPicture)?;
        if !matches!(reader.format(), Some(ImageFormat::Png | ImageFormat::Jpeg)) {
            return Err(QrFault::NotAPicture);
        }
        let mut limits = Limits::default();
        limits.max_image_width = Some(MAX_SIDE);
        limits.max_image_height = Some(MAX_SIDE);
        limits.max_alloc = Some(MAX_MEMORY);
        reader.limits(limits);
        Ok(reader)
    };
    let fault = |error| match error {
        image::ImageError::Limits(_) => QrFault::TooLarge,
        _ => QrFault::NotAPicture,
    };
    let (width, height) = reader()?.into_dimensions().map_err(fault)?;
    if u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Err(QrFault::TooLarge);
    }
    Ok(on_white(reader()?.decode().map_err(fault)?))
}

/// Grey pixels; what is transparent is paper.
fn on_white(picture: DynamicImage) -> GrayImage {
    if !picture.color().has_alpha() {
        return picture.into_luma8();
    }
    let pixels = picture.into_luma_alpha8();
    GrayImage::from_fn(pixels.width(), pixels.height(), |x, y| {
        let [grey, alpha] = pixels.get_pixel(x, y).0.map(u16::from);
        Luma([((grey * alpha + 255 * (255 - alpha)) / 255) as u8])
    })
}

fn texts(picture: &GrayImage) -> Vec<String> {
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    let mut prepared = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| {
        picture.get_pixel(x as u32, y as u32).0[0]
    });
    let grids = prepared.detect_grids();
    let decoded = grids.into_iter().filter_map(|grid| grid.decode().ok());
    decoded.map(|(_, text)| text).collect()
}

#[cfg(test)]
mod tests;
