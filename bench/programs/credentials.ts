/** As long as those of a real run, and in none of the trees. */
export const CREDENTIALS = ['a-bearer-token-of-forty-characters-or-so', 'a-service-account-secret']
