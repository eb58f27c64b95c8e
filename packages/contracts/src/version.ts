import * as z from "zod";

/** Counts saves, from 1. An older version is refused; without one the last write wins. */
export const Version = z.int().min(1);
