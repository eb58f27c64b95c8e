import { plainRefusal, readRefusal, refusalError } from "./refusal.ts";

interface Answer<Body> {
	ok: boolean;
	status: number;
	json(): Promise<Body>;
}

type SignInAgain = () => Promise<void>;
let signInAgain: SignInAgain | null = null;

/** Sets the handler of a lost session. The request is sent again afterwards. */
export function onSessionLost(handle: SignInAgain): void {
	signInAgain = handle;
}

/** Returns the answer or throws a refusal. With a lost session it waits for the sign-in and asks again. */
export async function ask<Body>(send: () => Promise<Answer<Body>>): Promise<Body> {
	const answer = await reach(send);
	if (answer.status !== 401 || signInAgain === null) return readBody(answer);
	await signInAgain();
	return readBody(await reach(send));
}

/** Like `ask`, but a 401 is an answer: for signing in and for reading the session. */
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
