import { plainRefusal, readRefusal, refusalError } from "./refusal.ts";

/** An answer of the typed client, as far as `ask` looks at it. */
interface Answer<Body> {
	ok: boolean;
	status: number;
	json(): Promise<Body>;
}

type SignInAgain = () => Promise<void>;
let signInAgain: SignInAgain | null = null;

/** What happens when the session has ended; the request is sent once more afterwards. */
export function onSessionLost(handle: SignInAgain): void {
	signInAgain = handle;
}

/**
 * Asks the server by the typed client and gives what it answers; throws a refusal otherwise. A request whose session has
 * ended waits for the sign-in and is then sent again.
 */
export async function ask<Body>(send: () => Promise<Answer<Body>>): Promise<Body> {
	const answer = await reach(send);
	if (answer.status !== 401 || signInAgain === null) return readBody(answer);
	await signInAgain();
	return readBody(await reach(send));
}

/** As `ask`, where a 401 is an answer: signing in, and finding out whether somebody is signed in. */
export async function askAnybody<Body>(send: () => Promise<Answer<Body>>): Promise<Body> {
	return readBody(await reach(send));
}

async function reach<Body>(send: () => Promise<Answer<Body>>): Promise<Answer<Body>> {
	try {
		return await send();
	} catch (error) {
		if (error instanceof DOMException && error.name === "AbortError") throw error;
		throw refusalError(plainRefusal("offline", "Not connected. Check the network, then try again."));
	}
}

async function readBody<Body>(answer: Answer<Body>): Promise<Body> {
	if (!answer.ok) throw refusalError(await readRefusal(answer as unknown as Response));
	return answer.status === 204 ? (undefined as Body) : answer.json();
}
