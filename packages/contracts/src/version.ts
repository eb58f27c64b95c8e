import * as z from "zod";

/**
 * Counts how often a form was saved, from 1. A write that names an older one than the stored one is refused with
 * `refuseOldVersion`; without one the last write wins.
 */
export const Version = z.int().min(1);
