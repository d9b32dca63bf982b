//! What a text chooses by: which of its parameters it counts, and which it can leave out.

use std::collections::BTreeSet;

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement, VariantKey};

/// The parameters of a text.
#[derive(Default)]
pub struct Parameters<'p> {
    /// All that it names.
    pub named: BTreeSet<&'p str>,
    /// Those with a variant for a number or a plural: `[0]`, `[one]`. Numbers must come as numbers, or none of them is met.
    pub counted: BTreeSet<&'p str>,
    /// Those with a variant `[none]`, for where nothing is known.
    pub optional: BTreeSet<&'p str>,
}

impl<'p> Parameters<'p> {
    pub fn of(pattern: &'p Pattern<&'p str>) -> Self {
        let mut found = Self::default();
        found.look_into(pattern);
        found
    }

    fn look_into(&mut self, pattern: &'p Pattern<&'p str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &'p Expression<&'p str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                for variant in variants {
                    self.look_into(&variant.value);
                    if let InlineExpression::VariableReference { id } = selector {
                        match variant.key {
                            VariantKey::NumberLiteral { .. }
                            | VariantKey::Identifier { name: "one" } => {
                                self.counted.insert(id.name);
                            }
                            VariantKey::Identifier { name: "none" } => {
                                self.optional.insert(id.name);
                            }
                            VariantKey::Identifier { .. } => {}
                        }
                    }
                }
            }
        }
    }

    fn inline(&mut self, inline: &'p InlineExpression<&'p str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.named.insert(id.name);
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::FunctionReference { arguments, .. } => {
                for argument in &arguments.positional {
                    self.inline(argument);
                }
            }
            _ => {}
        }
    }
}
