import * as z from "zod";
import { Ext } from "../extensions/ext.ts";
import { instant } from "../instant.ts";
import { Version } from "../version.ts";
import { Role, Scope } from "./scopes.ts";

/** Stored and compared in lower case. 254 characters: RFC 5321. */
export const Email = z.string().trim().toLowerCase().max(254).pipe(z.email("This is not an e-mail address."));

export const PersonName = z.string().trim().min(1, "A name is needed.").max(100);

/** NIST SP 800-63B: length counts, composition rules do not. 128 characters keep hashing cheap. */
export const NewPassword = z
	.string()
	.min(10, "A password has 10 characters or more.")
	.max(128, "A password has 128 characters at most.");

/** A person who may sign in, or could before `deactivatedAt`. */
export const User = z
	.object({
		id: z.string(),
		name: z.string(),
		email: z.string(),
		role: Role,
		extension: z.string().nullable().meta({ description: "The extension that is theirs." }),
		version: Version,
		createdAt: instant,
		deactivatedAt: instant.nullable(),
	})
	.meta({ id: "User" });
export type User = z.infer<typeof User>;

/** An absent field stays; `extension: null` removes it. An old `version` is refused. */
export const UpdateUser = z.strictObject({
	name: PersonName.optional(),
	role: Role.optional(),
	extension: Ext.nullable().optional(),
	version: Version.optional(),
});
export type UpdateUser = z.infer<typeof UpdateUser>;

export const Me = z
	.object({
		kind: z.enum(["user", "key"]),
		id: z.string(),
		name: z.string(),
		email: z.string().nullable(),
		role: Role.nullable().meta({ description: "Null for a key." }),
		extension: z.string().nullable(),
		scopes: z.array(Scope),
	})
	.meta({ id: "Me" });
export type Me = z.infer<typeof Me>;

export const SignIn = z.object({
	email: Email,
	password: z.string().min(1).max(128),
});
export type SignIn = z.infer<typeof SignIn>;

export const ChangePassword = z.object({
	currentPassword: z.string().min(1).max(128),
	newPassword: NewPassword,
});
export type ChangePassword = z.infer<typeof ChangePassword>;

export const ClaimSetup = z.object({
	code: z.string().trim().min(1).max(200),
	name: PersonName,
	email: Email,
	password: NewPassword,
});
export type ClaimSetup = z.infer<typeof ClaimSetup>;

export const CreateInvitation = z.strictObject({
	email: Email,
	role: Role,
	extension: Ext.nullable().optional(),
});
export type CreateInvitation = z.infer<typeof CreateInvitation>;

export const AcceptInvitation = z.object({
	token: z.string().trim().min(1).max(200),
	name: PersonName,
	password: NewPassword,
});
export type AcceptInvitation = z.infer<typeof AcceptInvitation>;

export const Invitation = z
	.object({
		id: z.string(),
		email: z.string(),
		role: Role,
		extension: z.string().nullable(),
		createdAt: instant,
		expiresAt: instant,
		acceptedAt: instant.nullable(),
	})
	.meta({ id: "Invitation" });
export type Invitation = z.infer<typeof Invitation>;

export const NewInvitation = Invitation.extend({
	link: z.string().meta({ description: "To be sent to the person; shown only now." }),
	token: z.string().meta({ description: "The secret part of the link." }),
}).meta({ id: "NewInvitation" });
export type NewInvitation = z.infer<typeof NewInvitation>;
