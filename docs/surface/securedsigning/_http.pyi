import httpx
__all__ = ['httpx']
