import * as z from "zod";
import { Version } from "./version.ts";
import { answerWays } from "./words/answer-ways.ts";
import { purposeLength } from "./words/extension-limits.ts";

export const extensionStatuses = ["provisioning", "active", "failed", "inactive"] as const;
export type ExtensionStatus = (typeof extensionStatuses)[number];

/** Three keys, 101 to 199. */
export const Ext = z.string().regex(/^1(0[1-9]|[1-9]\d)$/, "An extension is three digits from 101 to 199.");
export type Ext = z.infer<typeof Ext>;

/** North American: three digits, the first is neither 0 nor 1. */
export const AreaCode = z
	.string()
	.regex(/^[2-9]\d{2}$/, "An area code is three digits and begins with 2 to 9.");
export type AreaCode = z.infer<typeof AreaCode>;

const name = z.string().trim().min(1, "A name is needed.").max(100);
const department = z.string().trim().max(100);
const email = z.string().trim().max(254).pipe(z.email("This is not an e-mail address."));
/** As typed, national or E.164; provisioning reads and stores it as E.164. Null or empty: voicemail at once. */
const forwardTo = z.string().trim().max(40).nullable();
const purpose = z.string().trim().max(purposeLength);
const answerWith = z.enum(answerWays);

/** What `POST /api/extensions` takes. Without an area code the number is chosen where the company's others are. */
export const CreateExtension = z.object({
	ext: Ext,
	name,
	department,
	email,
	forwardTo: forwardTo.optional(),
	answerWith: answerWith.optional(),
	purpose: purpose.optional(),
	areaCode: AreaCode.optional(),
});
export type CreateExtension = z.infer<typeof CreateExtension>;

/**
 * What `PUT /api/extensions/:id` takes: an absent field stays as it is, an old `version` is refused. The number is changed by
 * assigning one.
 */
export const UpdateExtension = z.object({
	ext: Ext.optional(),
	name: name.optional(),
	department: department.optional(),
	email: email.optional(),
	forwardTo: forwardTo.optional(),
	answerWith: answerWith.optional(),
	purpose: purpose.optional(),
	version: Version.optional(),
});
export type UpdateExtension = z.infer<typeof UpdateExtension>;

/** As every border shows it. */
export const Extension = z.object({
	id: z.string(),
	ext: z.string(),
	name: z.string(),
	department: z.string(),
	email: z.string(),
	/** E.164 where it rings; null: voicemail at once. */
	forwardTo: z.string().nullable(),
	/** How its telephone takes a call; `key`: whoever picks up presses 1, so that no mailbox takes it. */
	answerWith,
	/** What callers should be sent here for, in the owner's words; empty: its name and department say it. */
	purpose: z.string(),
	/** Its own number, E.164; null while it is provisioned, after a failure and after its release. */
	number: z.string().nullable(),
	numberId: z.string().nullable(),
	/** When its number goes back to the carrier: only after the extension was deactivated. */
	numberReleaseAt: z.iso.datetime().nullable(),
	/** Where its number was asked for. */
	areaCode: z.string().nullable(),
	status: z.enum(extensionStatuses),
	/** Why it failed, in words for its owner; null otherwise. */
	reason: z.string().nullable(),
	/** Of what `UpdateExtension` changes: getting a number or its state leaves it. */
	version: Version,
	createdAt: z.iso.datetime(),
	updatedAt: z.iso.datetime(),
});
export type Extension = z.infer<typeof Extension>;
