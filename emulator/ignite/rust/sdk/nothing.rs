//! Takes the place of a library whose file has become a program.
