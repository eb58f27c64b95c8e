import * as z from "zod";
import { instant } from "../instant.ts";
import { TimeZone } from "../office/settings.ts";
import { Version } from "../version.ts";
import { contactLimits, tagMarks } from "../words/contact-limits.ts";

export const Contact = z
	.object({
		id: z.string(),
		number: z.string(),
		name: z.string().nullable(),
		company: z.string().nullable(),
		email: z.string().nullable(),
		tags: z.array(z.string()),
		notes: z.string().nullable(),
		timeZone: z.string().nullable().meta({ description: "An IANA name; null: what the number says." }),
		state: z.string().nullable().meta({ description: "Two letters of a state or province." }),
		version: Version,
		createdAt: instant,
		updatedAt: instant,
	})
	.meta({ id: "Contact" });
export type Contact = z.infer<typeof Contact>;

/** One line of text; empty and null become null. */
function line(charactersMax: number) {
	return z
		.string()
		.trim()
		.max(charactersMax)
		.regex(/^[^\p{Cc}]*$/u, "No line ends and no control characters.")
		.nullable()
		.transform((text) => text?.toWellFormed() || null);
}

const name = line(contactLimits.name);
const company = line(contactLimits.company);
const email = z
	.string()
	.trim()
	.max(contactLimits.email)
	.refine((text) => text === "" || z.email().safeParse(text).success, "This is not an e-mail address.")
	.nullable()
	.transform((text) => text || null)
	.meta({ format: "email" });
const notes = z
	.string()
	.trim()
	.max(contactLimits.notes)
	.regex(/^[^\0]*$/)
	.nullable()
	.transform((text) => text?.toWellFormed() || null);

/** Tags that differ only in case are the same; the first spelling is kept. */
export const ContactTag = z
	.string()
	.trim()
	.min(1, "A tag has at least one character.")
	.max(contactLimits.tag)
	.refine((tag) => !tagMarks.test(tag), "A tag has no comma, semicolon, bar or line end.")
	.transform((tag) => tag.replace(/\s+/g, " ").toWellFormed());
const tags = z
	.array(ContactTag)
	.max(contactLimits.tags, `A contact has at most ${contactLimits.tags} tags.`)
	.transform((all) => [...new Map(all.toReversed().map((tag) => [foldTag(tag), tag])).values()].toReversed());

const timeZone = z
	.union([z.null(), z.literal("").transform(() => null), TimeZone])
	.meta({ type: ["string", "null"], example: "America/New_York" });
/** As people write states; the API stores two letters. */
const state = line(contactLimits.state);

/** Returns the form by which tags are compared. */
export function foldTag(tag: string): string {
	return tag.trim().replace(/\s+/g, " ").normalize("NFC").toLowerCase();
}

export const ContactFields = z.object({ name, company, email, tags, notes, timeZone, state });
export type ContactFields = z.infer<typeof ContactFields>;

export const contactFieldNames = [
	"name",
	"company",
	"email",
	"tags",
	"notes",
	"timeZone",
	"state",
] as const satisfies readonly (keyof ContactFields)[];

export const ContactImport = z
	.object({
		added: z.int(),
		changed: z.int(),
		unchanged: z.int(),
		merged: z.int().meta({
			description: "Further lines of a number; they fill what the first one leaves open.",
		}),
		refusedCount: z.int(),
		refused: z
			.array(z.object({ line: z.int(), reason: z.string() }))
			.meta({ description: "The first 200; all of them as CSV." }),
		columns: z
			.array(z.object({ heading: z.string(), field: z.string().nullable() }))
			.meta({ description: "What each column of the file was taken for; null: it was left out." }),
	})
	.meta({ id: "ContactImport" });
export type ContactImport = z.infer<typeof ContactImport>;
