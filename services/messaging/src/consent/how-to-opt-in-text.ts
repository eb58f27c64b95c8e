/** The answer to an opted-out contact whose words the carrier does not accept as START. */
export function howToOptInText(companyName: string): string {
	return `${companyName}: You are unsubscribed. To get our texts again, reply with the one word START.`;
}
