import { createHmac } from "node:crypto";
import {
	accountId,
	accountSid,
	authToken,
	type Databases,
	type FakeWorker,
	type FaultOf,
	type World,
	write,
} from "./world.ts";

/** Cloudflare's API, Twilio's, and the deployed Workers behind `fetch`. */
export function openInternet(world: World, databases: Databases, faultOf: FaultOf): typeof fetch {
	return async (input, init = {}) => {
		const url = new URL(String(input));
		const request = new Request(url, init);
		if (url.host === "api.cloudflare.com") return answerCloudflare(world, databases, faultOf, request);
		if (url.host.endsWith(".twilio.com")) return answerTwilio(world, faultOf, request);
		return answerWorker(world, databases, request);
	};
}

async function answerCloudflare(
	world: World,
	databases: Databases,
	faultOf: FaultOf,
	request: Request,
): Promise<Response> {
	const url = new URL(request.url);
	const success = (result: unknown) =>
		Response.json({ success: true, errors: [], result, result_info: { total_pages: 1 } });
	const refused = (status: number, code: number, message: string) =>
		Response.json({ success: false, errors: [{ code, message }], result: null }, { status });
	if (request.headers.get("authorization") !== "Bearer oauth-token")
		return refused(403, 10000, "Authentication error");
	const path = url.pathname.replace("/client/v4", "").replace(`/accounts/${accountId}`, "");
	const name = url.searchParams.get("name") ?? "";

	if (path === "/zones")
		return success(world.zones.filter((zone) => zone === name).map((zone) => ({ name: zone })));
	if (path === "/subscriptions") return refused(403, 10000, "Authentication error");
	if (path === "/workers/subdomain") return success({ subdomain: world.subdomain });
	if (path === "/d1/database") return success(world.databases.filter((one) => one.name.includes(name)));
	if (path === "/r2/buckets") {
		if (!world.hasR2) return refused(403, 10042, "Please enable R2 through the Cloudflare Dashboard.");
		return success({ buckets: world.buckets.map((bucket) => ({ name: bucket })) });
	}
	if (path === "/queues") return success(world.queues.map((queue_name) => ({ queue_name })));
	if (path === "/storage/kv/namespaces") return success(world.namespaces);
	if (path === "/workers/scripts") return success(Object.keys(world.workers).map((id) => ({ id })));

	const script = /^\/workers\/scripts\/([^/]+)\/(.+)$/.exec(path);
	if (script) {
		const worker = world.workers[script[1] ?? ""];
		if (!worker) return refused(404, 10007, "This Worker does not exist on your account.");
		if (script[2] === "deployments") return success({ deployments: [{ versions: [{ version_id: "v1" }] }] });
		if (script[2] === "versions/v1") return success({ annotations: { "workers/tag": worker.tag } });
		if (script[2] === "subdomain") return success(worker.subdomain);
		if (script[2] === "secrets")
			return success(Object.keys(worker.secrets).map((secret) => ({ name: secret })));
	}
	const query = /^\/d1\/database\/([^/]+)\/query$/.exec(path);
	if (query) {
		const { sql, params } = (await request.json()) as { sql: string; params: (string | number)[] };
		const run = () => databases.rows(query[1] ?? "", sql, params);
		const verb = sql.trim().split(/\s/).slice(0, 3).join(" ");
		try {
			const results = verb.startsWith("SELECT") ? run() : write(world, faultOf, `query ${verb}`, run);
			return success([{ results, success: true }]);
		} catch (error) {
			return refused(500, 7500, (error as Error).message);
		}
	}
	return refused(404, 7003, `Could not route to ${path}`);
}

async function answerTwilio(world: World, faultOf: FaultOf, request: Request): Promise<Response> {
	const url = new URL(request.url);
	const refused = (status: number, code: number) =>
		Response.json({ code, message: "refused", status }, { status });
	if (request.headers.get("authorization") !== `Basic ${btoa(`${accountSid}:${authToken}`)}`)
		return refused(401, 20003);
	const form = new URLSearchParams(request.method === "POST" ? await request.text() : "");
	const path = url.pathname.replace(`/2010-04-01/Accounts/${accountSid}`, "").replace(/\.json$/, "");
	const isProduct = (product: string) => url.host === `${product}.twilio.com`;
	const change: Change = (carry) =>
		write(world, faultOf, `${request.method} ${path.replace(/(PN|FW)[0-9a-f]+/, "$1")}`, carry);
	try {
		if (isProduct("api") && path === "")
			return Response.json({
				status: "active",
				type: world.isTrial ? "Trial" : "Full",
				friendly_name: "Acme",
			});
		if (isProduct("api") && path === "/IncomingPhoneNumbers") {
			const wanted = url.searchParams.get("PhoneNumber") ?? "";
			const found = world.numbers.filter(({ phone_number }) => phone_number.includes(wanted));
			return Response.json({ incoming_phone_numbers: found, next_page_uri: null });
		}
		const number = world.numbers.find(({ sid }) => path === `/IncomingPhoneNumbers/${sid}`);
		if (isProduct("api") && number && request.method === "DELETE") {
			change(() => world.numbers.splice(world.numbers.indexOf(number), 1));
			return new Response(null, { status: 204 });
		}
		if (isProduct("api") && number) {
			const of = (name: string, before: string) => form.get(name) ?? before;
			change(() =>
				Object.assign(number, {
					voice_url: of("VoiceUrl", number.voice_url),
					voice_fallback_url: of("VoiceFallbackUrl", number.voice_fallback_url),
					status_callback: of("StatusCallback", number.status_callback),
					sms_url: of("SmsUrl", number.sms_url),
				}),
			);
			return Response.json(number);
		}
		if (isProduct("studio"))
			return answerStudio(world, { method: request.method, path, form }, change) ?? refused(404, 20404);
		if (isProduct("messaging") && path === "/v1/Tollfree/Verifications") {
			const { sid } = world.numbers[0] ?? {};
			const verification = { tollfree_phone_number_sid: sid, status: world.verificationStatus };
			return page("verifications", world.verificationStatus ? [verification] : []);
		}
		if (isProduct("messaging") && path === "/v1/a2p/BrandRegistrations") return page("data", []);
		if (isProduct("messaging"))
			return answerServices(world, { method: request.method, path, form }, change) ?? refused(404, 20404);
		return refused(404, 20404);
	} catch {
		return refused(500, 20500);
	}
}

type Change = <Value>(carry: () => Value) => Value;

function page(key: string, items: object[]): Response {
	return Response.json({ [key]: items, meta: { key, next_page_url: null } });
}

interface TwilioRequest {
	method: string;
	path: string;
	form: URLSearchParams;
}

function answerServices(world: World, { path, form }: TwilioRequest, change: Change): Response | null {
	if (path === "/v1/Services") return page("services", world.services);
	const [, sid, rest] = /^\/v1\/Services\/(MG\w+)(\/PhoneNumbers|\/Compliance\/Usa2p)?$/.exec(path) ?? [];
	const service = world.services.find((one) => one.sid === sid);
	if (!service) return null;
	if (rest === "/Compliance/Usa2p") return page("compliance", []);
	if (rest)
		return page(
			"phone_numbers",
			service.numbers.map((phone_number) => ({ phone_number })),
		);
	change(() => {
		service.use_inbound_webhook_on_number = form.get("UseInboundWebhookOnNumber") === "true";
	});
	return Response.json(service);
}

function answerStudio(world: World, { method, path, form }: TwilioRequest, change: Change): Response | null {
	const flow = world.flows.find(({ sid }) => path === `/v2/Flows/${sid}`);
	if (path === "/v2/Flows" && method === "GET") {
		return page(
			"flows",
			world.flows.map((one) => ({ ...one, definition: null })),
		);
	}
	if (flow && method === "GET") return Response.json(flow);
	if (flow && method === "DELETE") {
		change(() => world.flows.splice(world.flows.indexOf(flow), 1));
		return new Response(null, { status: 204 });
	}
	if (method !== "POST") return null;
	if (form.get("Status") !== "published") return null;
	const written = {
		sid: flow?.sid ?? `FW${String(world.flows.length).padStart(32, "0")}`,
		friendly_name: form.get("FriendlyName") ?? "",
		// As the real one does, it adds what was left out.
		definition: { ...JSON.parse(form.get("Definition") ?? ""), $schema: "added" },
	};
	change(() => {
		if (flow) Object.assign(flow, written);
		else world.flows.push(written);
	});
	return Response.json(written);
}

async function answerWorker(world: World, databases: Databases, request: Request): Promise<Response> {
	const url = new URL(request.url);
	if (world.unknownFor > 0) {
		world.unknownFor--;
		throw new TypeError("getaddrinfo ENOTFOUND");
	}
	const isOurs = /^\/(ivr|sms)\//.test(url.pathname);
	if (world.gate === "access" || (world.gate === "accessOfDashboard" && !isOurs)) {
		return new Response(null, {
			status: 302,
			headers: { location: "https://acme.cloudflareaccess.com/cdn-cgi/access/login" },
		});
	}
	if (world.gate === "bots") {
		return new Response("<title>Just a moment...</title>", {
			status: 403,
			headers: { "cf-mitigated": "challenge" },
		});
	}
	const worker = findWorker(world, url);
	if (!worker) throw new TypeError("fetch failed");
	if (url.pathname === "/api/health") return answerHealth(world, databases, worker);
	const expected = createHmac("sha1", worker.secrets.TWILIO_AUTH_TOKEN ?? "")
		.update(`${worker.config.vars.PUBLIC_URL}${url.pathname}`)
		.digest("base64");
	if (request.headers.get("x-twilio-signature") !== expected) {
		return new Response("This address answers signed webhooks only.", { status: 403 });
	}
	return new Response("<Response/>");
}

/** By its host on workers.dev, or by the longest route. */
function findWorker(world: World, url: URL): FakeWorker | undefined {
	const workers = Object.values(world.workers);
	const own = workers.find(
		({ config, subdomain }) =>
			subdomain.enabled && url.host === `${config.name}.${world.subdomain}.workers.dev`,
	);
	if (own) return own;
	const patterns = workers.flatMap((worker) =>
		(worker.config.routes ?? []).map(({ pattern }) => ({ worker, pattern })),
	);
	return patterns
		.filter(
			({ pattern }) =>
				pattern === url.host ||
				`${url.host}${url.pathname}`.startsWith(pattern.replace(/\*$/, "\0").split("\0")[0] ?? ""),
		)
		.sort((one, other) => other.pattern.length - one.pattern.length)[0]?.worker;
}

function answerHealth(world: World, databases: Databases, { config }: FakeWorker): Response {
	const uuid = config.d1_databases?.[0]?.database_id ?? "";
	const sql = "SELECT name FROM sqlite_master WHERE name = 'settings'";
	const isMigrated = databases.rows(uuid, sql).length > 0;
	const isReady = isMigrated && (config.services ?? []).every(({ service }) => service in world.workers);
	const services = [{ service: "voice", isReady, message: isReady ? null : "voice does not answer." }];
	return Response.json({ isReady, services }, { status: isReady ? 200 : 503 });
}
