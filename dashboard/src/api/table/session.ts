import type { AcceptInvitation, ChangePassword, ClaimSetup, User } from "@cloudpbx/contracts/api/people";
import type { Role, Scope } from "@cloudpbx/contracts/api/scopes";
import type { NumberKind } from "@cloudpbx/contracts/numbers";
import type { Endpoint } from "./endpoint.ts";

/** Who sits here, and what the first paint needs; each part only as far as the scopes allow. */
export interface Session {
	person: { id: string; name: string; email: string; extension: string | null } | null;
	role: Role | null;
	scopes: Scope[];
	companyName: string;
	timeZone: string;
	/** The page of the simulated phones; null outside of the local mesh. */
	phonesUrl: string | null;
	numbers: SessionNumber[];
	badges: { conversationsWaiting: number; conversationsUnread: number; voicemailsUnheard: number };
}

export interface SessionNumber {
	id: string;
	number: string;
	label: string | null;
	extension: string | null;
	kind: NumberKind;
}

export interface Setup {
	isClaimed: boolean;
	companyName: string;
	/** People come in through Cloudflare Access alone. */
	accessOnly: boolean;
}

export interface InvitationLook {
	email: string;
	role: Role;
	companyName: string;
	invitedBy: string | null;
	expiresAt: string;
}

export interface ResetLook {
	name: string;
	email: string;
}

export type SessionApi = {
	"/api/session": { $get: Endpoint<Session> };
	"/api/setup": { $get: Endpoint<Setup> };
	"/api/setup/claim": { $post: Endpoint<User, { json: ClaimSetup }, 201> };
	"/api/auth/sign-in/email": { $post: Endpoint<unknown, { json: { email: string; password: string } }> };
	"/api/auth/sign-out": { $post: Endpoint<null> };
	"/api/auth/sign-out-everywhere": { $post: Endpoint<null> };
	"/api/auth/change-password": { $post: Endpoint<null, { json: ChangePassword }> };
	"/api/auth/reset-password/look": { $post: Endpoint<ResetLook, { json: { token: string } }> };
	"/api/auth/reset-password": { $post: Endpoint<null, { json: { token: string; password: string } }> };
	"/api/invitations/look": { $post: Endpoint<InvitationLook, { json: { token: string } }> };
	"/api/invitations/accept": { $post: Endpoint<User, { json: AcceptInvitation }, 201> };
};
