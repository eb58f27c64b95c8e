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
import { analytics } from "./routes/analytics.ts";
import { audit } from "./routes/audit.ts";
import { auth } from "./routes/auth.ts";
import { blocklist } from "./routes/blocklist.ts";
import { calls } from "./routes/calls.ts";
import { campaigns } from "./routes/campaigns.ts";
import { contacts } from "./routes/contacts.ts";
import { conversations } from "./routes/conversations.ts";
import { dashboard } from "./routes/dashboard.ts";
import { diagnosis } from "./routes/diagnosis.ts";
import { extensions } from "./routes/extensions.ts";
import { greetingAudio } from "./routes/greeting-audio.ts";
import { health } from "./routes/health.ts";
import { hours } from "./routes/hours.ts";
import { invitations } from "./routes/invitations.ts";
import { keys } from "./routes/keys.ts";
import { credentialRoutes, live, recheckSockets } from "./routes/live.ts";
import { messages } from "./routes/messages.ts";
import { numbers } from "./routes/numbers.ts";
import { optOuts } from "./routes/opt-outs.ts";
import { ownNotices } from "./routes/own-notices.ts";
import { ownSessions } from "./routes/own-sessions.ts";
import { registration } from "./routes/registration.ts";
import { resetPassword } from "./routes/reset-password.ts";
import { session } from "./routes/session.ts";
import { settings } from "./routes/settings.ts";
import { setup } from "./routes/setup.ts";
import { timeline } from "./routes/timeline.ts";
import { users } from "./routes/users.ts";
import { voicemails } from "./routes/voicemails.ts";
import { webhooks } from "./routes/webhooks.ts";
import { whatIf } from "./routes/what-if.ts";

/** What a browser may load for an answer that is no page. */
const nothingAtAll = "default-src 'none'; frame-ancestors 'none'";

/** The JSON API. Everything else on this host is the dashboard, served as static assets without running this code. */
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
	.route("/", timeline)
	.route("/", webhooks)
	.route("/", dashboard)
	.route("/", analytics)
	.route("/", diagnosis)
	.route("/", live);

describeApi(http);

/** For the dashboard's typed client. */
export type AdminApi = typeof http;
