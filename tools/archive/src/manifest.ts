import * as z from "zod";

/** Grows when an older `restore` could not read the format. */
export const formatVersion = 1;

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Count = z.int().min(0);

export const Manifest = z.strictObject({
	format: z.literal(formatVersion),
	createdAt: z.iso.datetime(),
	migrations: z.array(z.string()).min(1),
	tables: z.array(
		z.strictObject({
			name: z.string(),
			columns: z.array(z.string()).min(1),
			rows: Count,
			sha256: Sha256,
			/** Highest number of its AUTOINCREMENT counter; null: none. */
			counter: Count.nullable(),
		}),
	),
	objects: z.strictObject({
		count: Count,
		bytes: Count,
		sha256: Sha256,
		missing: Count,
	}),
});
export type Manifest = z.infer<typeof Manifest>;

export const ObjectEntry = z.strictObject({
	bucket: z.enum(["voicemail", "media"]),
	key: z.string().min(1),
	contentType: z.string().nullable(),
	bytes: Count,
	sha256: Sha256,
});
export type ObjectEntry = z.infer<typeof ObjectEntry>;
