import * as z from "zod";

/** ISO 8601 in UTC, such as `2026-12-24T17:00:00Z`. */
export const instant = z.iso.datetime();
