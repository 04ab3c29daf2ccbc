package io.rampline.desk.access;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.OctetKeyPair;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;

/** Ed25519 by the JDK: the JWT library would need another one for it. */
final class Ed25519Signature {
    private static final int KEY_BYTES = 32;

    private Ed25519Signature() {}

    static boolean isSound(OctetKeyPair key, byte[] signed, byte[] signature) throws GeneralSecurityException {
        byte[] encoded = key.getDecodedX();
        if (!Curve.Ed25519.equals(key.getCurve()) || encoded.length != KEY_BYTES) {
            return false;
        }
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(publicKey(encoded));
        check.update(signed);
        try {
            return check.verify(signature);
        } catch (SignatureException malformed) {
            return false;
        }
    }

    /** RFC 8032, 5.1.2: y in little-endian order, the highest bit says whether x is odd. */
    private static PublicKey publicKey(byte[] encoded) throws GeneralSecurityException {
        byte[] bigEndian = new byte[KEY_BYTES];
        for (int i = 0; i < KEY_BYTES; i++) {
            bigEndian[i] = encoded[KEY_BYTES - 1 - i];
        }
        boolean isOdd = (bigEndian[0] & 0x80) != 0;
        bigEndian[0] &= 0x7f;
        EdECPoint point = new EdECPoint(isOdd, new BigInteger(1, bigEndian));
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
    }
}
