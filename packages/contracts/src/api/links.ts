import * as z from "zod";
import { instant } from "../instant.ts";
import { NewPassword } from "./people.ts";
import { Role } from "./scopes.ts";

export const LinkToken = z.object({ token: z.string().trim().min(1).max(200) });
export type LinkToken = z.infer<typeof LinkToken>;

/** The first answer of an installation; public. */
export const Setup = z
	.object({
		isClaimed: z.boolean().meta({ description: "Whether it has an owner, so that no set-up code works." }),
		companyName: z.string(),
		accessOnly: z
			.boolean()
			.meta({ description: "Whether people sign in with Cloudflare Access, and not with a password." }),
	})
	.meta({ id: "Setup" });
export type Setup = z.infer<typeof Setup>;

export const InvitationLook = z
	.object({
		companyName: z.string(),
		invitedBy: z.string().nullable().meta({ description: "Null when a program did it." }),
		email: z.string(),
		role: Role,
		extension: z.string().nullable(),
		expiresAt: instant,
	})
	.meta({ id: "InvitationLook" });
export type InvitationLook = z.infer<typeof InvitationLook>;

export const NewResetLink = z
	.object({
		userId: z.string(),
		link: z.string().meta({ description: "To be sent to the person; shown only now." }),
		token: z.string().meta({ description: "The secret part of the link." }),
		expiresAt: instant,
	})
	.meta({ id: "NewResetLink" });
export type NewResetLink = z.infer<typeof NewResetLink>;

export const ResetLook = z
	.object({ companyName: z.string(), name: z.string(), email: z.string(), expiresAt: instant })
	.meta({ id: "ResetLook" });
export type ResetLook = z.infer<typeof ResetLook>;

export const ResetPassword = LinkToken.extend({ password: NewPassword });
export type ResetPassword = z.infer<typeof ResetPassword>;
