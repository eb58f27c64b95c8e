/** `apiUrl` is https://api.twilio.com outside of development. */
export interface CarrierAccount {
	apiUrl: string;
	accountSid: string;
	authToken: string;
}
