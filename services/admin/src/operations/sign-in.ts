import type { SignIn } from "@cloudpbx/contracts/api/people";
import { accept, refuse } from "@cloudpbx/contracts/errors";
import type { Db } from "@cloudpbx/db/open-db";
import { users } from "@cloudpbx/db/schema/admin";
import { eq } from "drizzle-orm";
import type { Auth } from "../access/create-auth.ts";
import { isAdmitted } from "../access/holder.ts";
import { hashPassword } from "../access/password.ts";
import { type Counted, countAttempt, forgetAttempts, signInBuckets, tooManyTries } from "./count-attempt.ts";

export interface SignInCaller {
	headers: Headers;
	/** Null when it says nothing, as on one's own machine. */
	address: string | null;
	environment: string;
}

export interface SignedIn {
	cookies: string[];
	user: { id: string; name: string; email: string };
}

/** One text for every way to be wrong: it must not tell who has an account. */
const wrong = refuse("unauthenticated", "The e-mail address or the password is wrong.");

export async function signIn(
	db: Db,
	auth: Auth,
	{ email, password }: SignIn,
	{ headers, address, environment }: SignInCaller,
	now: Date,
): Promise<Counted<SignedIn>> {
	const buckets = signInBuckets(email, address);
	const retryAfterSeconds = await countAttempt(db, buckets, now);
	if (retryAfterSeconds !== null) return { ...tooManyTries, retryAfterSeconds };
	const [person] = await db.select({ origin: users.origin }).from(users).where(eq(users.email, email));
	if (person && !isAdmitted(person.origin, environment)) {
		// As long as a wrong password takes, so that the time does not tell either.
		await hashPassword(password);
		return wrong;
	}
	const session = await auth.api
		.signInEmail({ body: { email, password }, headers, returnHeaders: true })
		.catch((error: unknown) => {
			if (isRefusal(error)) return null;
			throw error;
		});
	if (session === null) return wrong;
	await forgetAttempts(db, buckets);
	const { id, name } = session.response.user;
	return accept({ cookies: session.headers.getSetCookie(), user: { id, name, email } });
}

/** better-auth throws its refusals, with an HTTP status. */
function isRefusal(error: unknown): boolean {
	const { statusCode } = error as { statusCode?: unknown };
	return typeof statusCode === "number" && statusCode >= 400 && statusCode < 500;
}
