package io.rampline.desk.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tokens of a test. */
public final class MemoryTokens implements TokenStore {
    private final List<TokenRecord> tokens = new ArrayList<>();
    private int asked;

    @Override
    public synchronized Optional<TokenRecord> find(String hash) {
        asked++;
        return tokens.stream().filter(token -> token.hash().equals(hash)).findFirst();
    }

    @Override
    public synchronized void add(TokenRecord token) {
        tokens.add(token);
    }

    @Override
    public synchronized boolean revoke(String id, Instant at) {
        for (int i = 0; i < tokens.size(); i++) {
            TokenRecord old = tokens.get(i);
            if (old.id().equals(id) && old.revokedAt().isEmpty()) {
                tokens.set(
                        i,
                        new TokenRecord(
                                old.id(),
                                old.name(),
                                old.principal(),
                                old.hash(),
                                old.createdAt(),
                                old.expiresAt(),
                                Optional.of(at)));
                return true;
            }
        }
        return false;
    }

    @Override
    public synchronized List<TokenRecord> all() {
        return List.copyOf(tokens);
    }

    public synchronized int asked() {
        return asked;
    }
}
