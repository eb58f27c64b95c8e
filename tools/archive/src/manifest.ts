import * as z from "zod";

/** Grows when an older `restore` could not read what is written. */
export const formatVersion = 1;

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Count = z.int().min(0);

/** The last entry of an archive: what must have come before it. */
export const Manifest = z.strictObject({
	format: z.literal(formatVersion),
	/** When the rows were read. */
	createdAt: z.iso.datetime(),
	/** Names of the migrations that the database had, in order. */
	migrations: z.array(z.string()).min(1),
	tables: z.array(
		z.strictObject({
			name: z.string(),
			columns: z.array(z.string()).min(1),
			rows: Count,
			/** Of its lines. */
			sha256: Sha256,
			/** The highest number that its counter has given away; null where it has none. */
			counter: Count.nullable(),
		}),
	),
	objects: z.strictObject({
		count: Count,
		bytes: Count,
		/** Of their descriptions' lines, each of which has the hash of its file. */
		sha256: Sha256,
		/** Files that a row names and the bucket does not have. */
		missing: Count,
	}),
});
export type Manifest = z.infer<typeof Manifest>;

/** What stands in front of each file in an archive. */
export const ObjectEntry = z.strictObject({
	bucket: z.enum(["voicemail", "media"]),
	key: z.string().min(1),
	contentType: z.string().nullable(),
	bytes: Count,
	sha256: Sha256,
});
export type ObjectEntry = z.infer<typeof ObjectEntry>;
