import type { SignIn } from "@cloudpbx/contracts/api/people";
import { accept, refuse } from "@cloudpbx/contracts/errors";
import type { Db } from "@cloudpbx/db/open-db";
import { users } from "@cloudpbx/db/schema/admin";
import { eq } from "drizzle-orm";
import type { Auth } from "../../access/create-auth.ts";
import { isAdmitted } from "../../access/holder.ts";
import { hashPassword } from "../../access/password.ts";
import { describeBrowser } from "../../domain/sign-in/describe-browser.ts";
import { recordChange } from "../audit/record-change.ts";
import { type Counted, countAttempt, forgetAttempts, signInBuckets, tooManyTries } from "./count-attempt.ts";
import { recordRefusedSignIn } from "./record-sign-in.ts";

export interface SignInCaller {
	headers: Headers;
	/** Null when it says nothing, as on one's own machine. */
	address: string | null;
	environment: string;
	/** An id of the browser when this person has signed in with it before. */
	knownBrowser: string | null;
	requestId: string;
}

export interface SignedIn {
	cookies: string[];
	user: { id: string; name: string; email: string };
}

const stranger = { kind: "system" as const, id: null, name: "Somebody" };

/** One text for every way to be wrong: it must not tell who has an account. */
const wrong = refuse("unauthenticated", "The e-mail address or the password is wrong.");

export async function signIn(
	db: Db,
	auth: Auth,
	{ email, password }: SignIn,
	{ headers, address, environment, knownBrowser, requestId }: SignInCaller,
	now: Date,
): Promise<Counted<SignedIn>> {
	const buckets = signInBuckets(email, address, knownBrowser);
	const act = { db, actor: stranger, requestId, now };
	const retryAfterSeconds = await countAttempt(db, buckets, now);
	if (retryAfterSeconds !== null) {
		await recordRefusedSignIn(act, email, "sign_in.lock");
		return { ...tooManyTries, retryAfterSeconds };
	}
	const [person] = await db.select({ origin: users.origin }).from(users).where(eq(users.email, email));
	if (person && !isAdmitted(person.origin, environment)) {
		// As long as a wrong password takes, so that the time does not tell either.
		await hashPassword(password);
		await recordRefusedSignIn(act, email, "sign_in.fail");
		return wrong;
	}
	const session = await auth.api
		.signInEmail({ body: { email, password }, headers, returnHeaders: true })
		.catch((error: unknown) => {
			if (isRefusal(error)) return null;
			throw error;
		});
	if (session === null) {
		await recordRefusedSignIn(act, email, "sign_in.fail");
		return wrong;
	}
	const { id, name } = session.response.user;
	const started = recordChange(
		{ ...act, actor: { kind: "user", id, name } },
		{
			action: "session.start",
			target: { kind: "user", id },
			after: { browser: describeBrowser(headers.get("user-agent")) },
		},
	);
	await forgetAttempts(db, buckets, started);
	return accept({ cookies: session.headers.getSetCookie(), user: { id, name, email } });
}

/** better-auth throws its refusals, with an HTTP status. */
function isRefusal(error: unknown): boolean {
	const { statusCode } = error as { statusCode?: unknown };
	return typeof statusCode === "number" && statusCode >= 400 && statusCode < 500;
}
