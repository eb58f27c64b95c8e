import { InvitationLook } from "@cloudpbx/contracts/api/links";
import { PageQuery, pageOf } from "@cloudpbx/contracts/api/page";
import {
	AcceptInvitation,
	CreateInvitation,
	Invitation,
	NewInvitation,
	User,
} from "@cloudpbx/contracts/api/people";
import { createApi, guardedRoute, jsonAnswer, jsonBody, publicRoute } from "../../api.ts";
import { acceptInvitation } from "../../operations/people/accept-invitation.ts";
import { inviteUser } from "../../operations/people/invite-user.ts";
import { listInvitations } from "../../operations/people/list-invitations.ts";
import { lookAtInvitation } from "../../operations/people/look-at-invitation.ts";
import { withdrawInvitation } from "../../operations/people/withdraw-invitation.ts";
import { unwrap } from "../../refusal-error.ts";
import { contextOf, IdParam, pageOfQuery } from "../request.ts";
import { lookAtLink, lookRoute } from "../sign-in/look-at-link.ts";

const tags = ["People"];

export const invitations = createApi()
	.openapi(
		guardedRoute("users:write", {
			method: "post",
			path: "/api/invitations",
			tags,
			summary: "Invite somebody",
			description: "The link is shown only now. It works for seven days, once.",
			request: { body: jsonBody(CreateInvitation) },
			responses: { 201: jsonAnswer(NewInvitation, "The invitation, with its link.") },
		}),
		async (c) => {
			const origin = new URL(c.req.url).origin;
			const invitation = await inviteUser(contextOf(c), c.req.valid("json"), origin);
			return c.json(unwrap(invitation), 201);
		},
	)
	.openapi(
		guardedRoute("users:read", {
			method: "get",
			path: "/api/invitations",
			tags,
			summary: "List invitations",
			request: { query: PageQuery },
			responses: { 200: jsonAnswer(pageOf(Invitation), "Newest first.") },
		}),
		async (c) => {
			const page = pageOfQuery(c.req.valid("query"), "number");
			return c.json(await listInvitations(contextOf(c), page), 200);
		},
	)
	.openapi(
		guardedRoute("users:write", {
			method: "delete",
			path: "/api/invitations/{id}",
			tags,
			summary: "Withdraw an invitation",
			request: { params: IdParam },
			responses: { 204: { description: "The link no longer works." } },
		}),
		async (c) => {
			unwrap(await withdrawInvitation(contextOf(c), c.req.valid("param").id));
			return c.body(null, 204);
		},
	)
	.openapi(
		lookRoute("/api/invitations/look", "See who invites whom as what", {
			schema: InvitationLook,
			description: "The invitation can be accepted.",
		}),
		async (c) => c.json(await lookAtLink(c, c.req.valid("json"), lookAtInvitation), 200),
	)
	.openapi(
		publicRoute({
			method: "post",
			path: "/api/invitations/accept",
			tags: ["Sign-in"],
			summary: "Accept an invitation",
			request: { body: jsonBody(AcceptInvitation) },
			responses: { 201: jsonAnswer(User, "The new user, who can sign in now.") },
		}),
		async (c) => {
			const user = await acceptInvitation(contextOf(c), c.req.valid("json"));
			return c.json(unwrap(user), 201);
		},
	);
