import { signWebhook } from "@cloudpbx/twilio/sign-webhook";
import { type Deployment, getFact } from "../deployment.ts";
import { check, Obstacle, type Step } from "../plan/step.ts";

/** A new host needs time for its certificate. */
const triesMax = 30;
const waitMilliseconds = 10_000;

/** Our Workers' answer to an unsigned webhook. */
const refusal = "signed webhooks only";

/** Asks each public Worker as Twilio and a browser would; writes nothing. */
export function testFromOutside(deployment: Deployment): Step {
	const explain = [
		"Asks /api/health until every part works, for up to five minutes: a new address takes a moment.",
		"Sends voice and messaging a webhook without a signature (they must refuse it) and one signed with the auth token (they must take it). Neither changes anything.",
		"Says so if Bot Fight Mode or a Cloudflare Access application stands in front: Twilio could not get in. With Access as your sign-on it may, and must, guard the dashboard; then it is not asked for its health.",
	];
	return check("Self-test from outside", explain, async () => {
		for (let count = 1; ; count++) {
			const trouble = await findTrouble(deployment);
			if (!trouble) return;
			if (count === triesMax || !trouble.mayPass) throw trouble.obstacle;
			await deployment.sleep(waitMilliseconds);
		}
	});
}

interface Trouble {
	mayPass: boolean;
	obstacle: Obstacle;
}

async function findTrouble(deployment: Deployment): Promise<Trouble | null> {
	const { voice, messaging, admin } = getFact(deployment, "addresses");
	const { authToken } = deployment.twilio;
	return (
		(await testHealth(admin, deployment.answers.accessAud !== "")) ??
		(await testWebhook(`${voice}/ivr/self-test`, authToken)) ??
		(await testWebhook(`${messaging}/sms/self-test`, authToken))
	);
}

async function testHealth(admin: string, isGuarded: boolean): Promise<Trouble | null> {
	const answer = await ask(`${admin}/api/health`, { method: "GET" });
	if (isGuarded && isByAccess(answer)) return null;
	const gate = findGate(answer);
	if (gate) return { mayPass: false, obstacle: gate };
	const health = readJson(answer.text) as {
		isReady?: boolean;
		services?: { isReady: boolean; message: string | null }[];
	} | null;
	if (answer.status === 200 && health?.isReady) return null;
	const said = health?.services?.find(({ isReady }) => !isReady)?.message;
	return notYet(
		`${admin}/api/health`,
		said ? `says: ${said.replace(/\.$/, "")}` : `answers ${answer.status || "nothing"}`,
	);
}

async function testWebhook(address: string, authToken: string): Promise<Trouble | null> {
	const unsigned = await ask(address, { method: "POST", body: new URLSearchParams() });
	const gate = findGate(unsigned);
	if (gate) return { mayPass: false, obstacle: gate };
	if (unsigned.status !== 403 || !unsigned.text.includes(refusal)) {
		return notYet(address, `answers ${unsigned.status || "nothing"} to a webhook without a signature`);
	}
	const headers = { "x-twilio-signature": signWebhook(authToken, address, {}) };
	const signed = await ask(address, { method: "POST", body: new URLSearchParams(), headers });
	if (signed.status === 200) return null;
	return notYet(address, `answers ${signed.status || "nothing"} to a webhook that is signed`);
}

function notYet(address: string, words: string): Trouble {
	const todo = "See dash.cloudflare.com, Workers & Pages, its logs.";
	return { mayPass: true, obstacle: new Obstacle(`${address} ${words}.`, todo) };
}

interface Answer {
	status: number;
	text: string;
	headers: Headers;
}

async function ask(address: string, init: RequestInit): Promise<Answer> {
	try {
		const response = await fetch(address, {
			...init,
			redirect: "manual",
			signal: AbortSignal.timeout(15_000),
		});
		return { status: response.status, text: await response.text(), headers: response.headers };
	} catch {
		return { status: 0, text: "", headers: new Headers() };
	}
}

function isByAccess({ headers }: Answer): boolean {
	return /cloudflareaccess\.com|cdn-cgi\/access/.test(headers.get("location") ?? "");
}

/** Something of Cloudflare's own that answers before our Workers do. */
function findGate(answer: Answer): Obstacle | null {
	const { status, headers, text } = answer;
	if (isByAccess(answer)) {
		return new Obstacle(
			"a Cloudflare Access application stands in front of this address: Twilio cannot sign in.",
			"Take /ivr/* and /sms/* out of it (one.dash.cloudflare.com, Access, Applications).",
		);
	}
	const isChallenge =
		headers.get("cf-mitigated") === "challenge" || /Just a moment|challenge-platform/.test(text);
	if (isChallenge || (status === 403 && !text.includes(refusal) && /cloudflare/i.test(text))) {
		return new Obstacle(
			"Cloudflare's Bot Fight Mode (or a firewall rule) stops requests to this address: Twilio is a machine too.",
			"Switch it off for the zone (Security, Bots), or let /ivr/* and /sms/* pass by a rule.",
		);
	}
	return null;
}

function readJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
