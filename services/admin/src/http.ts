import { dropBody } from "@cloudpbx/kit/drop-body";
import { describeError, log } from "@cloudpbx/kit/log";
import { problem } from "@cloudpbx/kit/problem";
import { HTTPException } from "hono/http-exception";
import { requestId } from "hono/request-id";
import { secureHeaders } from "hono/secure-headers";
import { refuseOtherSites } from "./access/guard.ts";
import { createApi } from "./api.ts";
import { describeApi } from "./describe-api.ts";
import { RefusalError } from "./refusal-error.ts";
import { analytics } from "./routes/analytics/analytics.ts";
import { audit } from "./routes/audit/audit.ts";
import { calls } from "./routes/calls/calls.ts";
import { campaignCommands } from "./routes/campaigns/campaign-commands.ts";
import { campaignRecipients } from "./routes/campaigns/campaign-recipients.ts";
import { campaigns } from "./routes/campaigns/campaigns.ts";
import { contacts } from "./routes/contacts/contacts.ts";
import { timeline } from "./routes/contacts/timeline.ts";
import { dashboard } from "./routes/dashboard/dashboard.ts";
import { session } from "./routes/dashboard/session.ts";
import { extensions } from "./routes/extensions/extensions.ts";
import { keys } from "./routes/keys/keys.ts";
import { credentialRoutes, live, recheckSockets } from "./routes/news/live.ts";
import { ownNotices } from "./routes/news/own-notices.ts";
import { webhooks } from "./routes/news/webhooks.ts";
import { numbers } from "./routes/numbers/numbers.ts";
import { registration } from "./routes/numbers/registration.ts";
import { blocklist } from "./routes/office/blocklist.ts";
import { greetingAudio } from "./routes/office/greeting-audio.ts";
import { hours } from "./routes/office/hours.ts";
import { settings } from "./routes/office/settings.ts";
import { whatIf } from "./routes/office/what-if.ts";
import { invitations } from "./routes/people/invitations.ts";
import { users } from "./routes/people/users.ts";
import { auth } from "./routes/sign-in/auth.ts";
import { ownSessions } from "./routes/sign-in/own-sessions.ts";
import { resetPassword } from "./routes/sign-in/reset-password.ts";
import { setup } from "./routes/sign-in/setup.ts";
import { diagnosis } from "./routes/system/diagnosis.ts";
import { health } from "./routes/system/health.ts";
import { conversations } from "./routes/texts/conversations.ts";
import { messages } from "./routes/texts/messages.ts";
import { optOuts } from "./routes/texts/opt-outs.ts";
import { voicemails } from "./routes/voicemail/voicemails.ts";

/** Content security policy for answers that are no page. */
const nothingAtAll = "default-src 'none'; frame-ancestors 'none'";

const app = createApi();

app.use(requestId());
app.use(secureHeaders({ xFrameOptions: "DENY", referrerPolicy: "no-referrer" }));
app.use(async (c, next) => {
	await next();
	const { headers } = c.res;
	if (!headers.has("cache-control")) headers.set("cache-control", "no-store");
	if (!headers.has("content-security-policy")) headers.set("content-security-policy", nothingAtAll);
});
app.use(async (c, next) => {
	const request = c.req.raw;
	await next();
	await dropBody(request);
});
app.use(refuseOtherSites);
for (const path of credentialRoutes) app.use(path, recheckSockets);

app.notFound((c) =>
	problem({ code: "not_found", message: "There is no such address in this API." }, c.get("requestId")),
);

app.onError((error, c) => {
	const id = c.get("requestId");
	if (error instanceof RefusalError) return problem(error.refusal, id, error.options);
	if (error instanceof HTTPException && error.status < 500) {
		const message = error.status === 415 ? "Send the body as application/json." : error.message;
		return problem({ code: "bad_input", message: message || "Malformed request." }, id, {
			status: error.status,
		});
	}
	log.error("request_failed", { requestId: id, path: c.req.path, reason: describeError(error) });
	return problem({ code: "internal", message: "Something went wrong on our side." }, id);
});

export const http = app
	.route("/", health)
	.route("/", auth)
	.route("/", session)
	.route("/", ownSessions)
	.route("/", ownNotices)
	.route("/", setup)
	.route("/", invitations)
	.route("/", users)
	.route("/", resetPassword)
	.route("/", keys)
	.route("/", audit)
	.route("/", settings)
	.route("/", hours)
	.route("/", greetingAudio)
	.route("/", blocklist)
	.route("/", whatIf)
	.route("/", calls)
	.route("/", voicemails)
	.route("/", extensions)
	.route("/", numbers)
	.route("/", registration)
	.route("/", contacts)
	.route("/", conversations)
	.route("/", messages)
	.route("/", optOuts)
	.route("/", campaigns)
	.route("/", campaignRecipients)
	.route("/", campaignCommands)
	.route("/", timeline)
	.route("/", webhooks)
	.route("/", dashboard)
	.route("/", analytics)
	.route("/", diagnosis)
	.route("/", live);

describeApi(http);

export type AdminApi = typeof http;
