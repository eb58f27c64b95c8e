import type {
	InvitationLook,
	LinkToken,
	NewResetLink,
	ResetLook,
	ResetPassword,
	Setup,
} from "@cloudpbx/contracts/api/links";
import type { Page } from "@cloudpbx/contracts/api/page";
import type {
	AcceptInvitation,
	ChangePassword,
	ClaimSetup,
	SignIn,
	User,
} from "@cloudpbx/contracts/api/people";
import type { Session } from "@cloudpbx/contracts/api/session";
import type { OwnSession } from "@cloudpbx/contracts/api/sessions";
import type { Notices, UpdateNotices } from "@cloudpbx/contracts/news/notices";
import type { ById, Endpoint, PageInput } from "./endpoint.ts";

export type SessionApi = {
	"/api/session": { $get: Endpoint<Session> };
	"/api/setup": { $get: Endpoint<Setup> };
	"/api/setup/claim": { $post: Endpoint<User, { json: ClaimSetup }, 201> };
	"/api/auth/sign-in/email": { $post: Endpoint<unknown, { json: SignIn }> };
	"/api/auth/sign-out": { $post: Endpoint<null> };
	"/api/auth/sign-out-everywhere": { $post: Endpoint<null> };
	"/api/auth/change-password": { $post: Endpoint<null, { json: ChangePassword }> };
	"/api/me/notices": { $get: Endpoint<Notices>; $put: Endpoint<Notices, { json: UpdateNotices }> };
	"/api/me/sessions": { $get: Endpoint<Page<OwnSession>, { query: PageInput }> };
	"/api/me/sessions/:id": { $delete: Endpoint<null, ById> };
	"/api/auth/reset-password/look": { $post: Endpoint<ResetLook, { json: LinkToken }> };
	"/api/auth/reset-password": { $post: Endpoint<null, { json: ResetPassword }> };
	"/api/users/:id/reset-link": { $post: Endpoint<NewResetLink, ById, 201> };
	"/api/invitations/look": { $post: Endpoint<InvitationLook, { json: LinkToken }> };
	"/api/invitations/accept": { $post: Endpoint<User, { json: AcceptInvitation }, 201> };
};
