//! Cuts texts into pieces for tantivy. The first character of a text is the sign of its scope, and stands before each
//! piece.

use tantivy::tokenizer::{Token, TokenStream, Tokenizer, TokenizerManager};

use super::super::grams::{mark_at, piece_at};

/// Pieces with positions.
pub(super) const PIECES: &str = "pieces";
/// Pieces without, and marks.
pub(super) const MARKS: &str = "marks";

/// The tokenizers of the index. Nothing else is to be had.
pub(super) fn tokenizers() -> TokenizerManager {
    let tokenizers = TokenizerManager::default();
    tokenizers.register(PIECES, Pieces { with_place: true });
    tokenizers.register(MARKS, Pieces { with_place: false });
    tokenizers
}

#[derive(Clone)]
struct Pieces {
    with_place: bool,
}

impl Tokenizer for Pieces {
    type TokenStream<'a> = Stream;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Stream {
        let mut chars = text.chars();
        let sign = chars.next();
        // A mark that was made by others is one piece.
        let is_whole = !sign.is_some_and(|sign| sign.is_ascii_digit());
        Stream {
            sign: sign.unwrap_or_default(),
            chars: chars.collect(),
            with_place: self.with_place,
            is_whole,
            at: 0,
            waiting: [0; 2],
            token: Token::default(),
        }
    }
}

struct Stream {
    sign: char,
    chars: Vec<char>,
    with_place: bool,
    is_whole: bool,
    at: usize,
    /// Lengths of the pieces that begin at `at - 1` and were not given yet; 0 is none.
    waiting: [usize; 2],
    token: Token,
}

impl TokenStream for Stream {
    fn advance(&mut self) -> bool {
        if self.is_whole {
            let length = self.chars.len();
            self.chars.truncate(if self.at == 0 { length } else { 0 });
            self.at += 1;
            return self.at == 1 && self.give(0, length);
        }
        loop {
            for slot in 0..self.waiting.len() {
                let length = self.waiting.get_mut(slot).map_or(0, std::mem::take);
                if length > 0 {
                    return self.give(self.at - 1, length);
                }
            }
            let Some(next) = self.chars.get(self.at..).filter(|next| !next.is_empty()) else {
                return false;
            };
            let mut waiting = [0; 2];
            if self.with_place {
                fill(&mut waiting, piece_at(next));
            } else {
                fill(&mut waiting, mark_at(next));
            }
            self.waiting = waiting;
            self.at += 1;
        }
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}

fn fill(slots: &mut [usize; 2], lengths: impl Iterator<Item = usize>) {
    slots
        .iter_mut()
        .zip(lengths)
        .for_each(|(slot, length)| *slot = length);
}

impl Stream {
    fn give(&mut self, at: usize, length: usize) -> bool {
        self.token.reset();
        self.token.position = at;
        self.token.position_length = length;
        self.token.text.push(self.sign);
        self.token
            .text
            .extend(self.chars.get(at..at + length).unwrap_or_default());
        true
    }
}
